package io.jenkins.plugins.sagemaker.aws;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * Requests to services of which so little is wanted that it would be too much to bundle the SDK's client for it. Signer and connections are the
 * SDK's, and so are the exceptions. Nothing is tried again here.
 *
 * @param service by its name in signatures
 * @param region of the signature
 */
record SignedPost(SdkHttpClient http, AwsCredentials credentials, String service, String region, URI endpoint) {

    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    /** What the service says. */
    record Answer(int status, String requestId, byte[] body) {

        boolean isGood() {
            return status / 100 == 2;
        }

        /** As the SDK's clients tell a refusal. */
        AwsServiceException refusal(String code, String message) {
            return AwsServiceException.builder()
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode(code)
                            .errorMessage(message)
                            .build())
                    .statusCode(status)
                    .requestId(requestId)
                    .build();
        }
    }

    Answer send(String contentType, Map<String, String> headers, byte[] body) {
        try {
            HttpExecuteResponse answer =
                    http.prepareRequest(signed(contentType, headers, body)).call();
            try (var content = answer.responseBody().orElse(null)) {
                return new Answer(
                        answer.httpResponse().statusCode(),
                        answer.httpResponse()
                                .firstMatchingHeader("x-amzn-RequestId")
                                .orElse(null),
                        content == null ? new byte[0] : content.readAllBytes());
            }
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw AbortedException.create("interrupted", e);
            }
            throw SdkClientException.create(e.toString(), e);
        }
    }

    private HttpExecuteRequest signed(String contentType, Map<String, String> headers, byte[] body) {
        var payload = ContentStreamProvider.fromByteArray(body);
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .putHeader("Content-Type", contentType)
                .putHeader("Content-Length", String.valueOf(body.length));
        headers.forEach(request::putHeader);
        SignedRequest signed = SIGNER.sign(r -> r.identity(credentials)
                .request(request.build())
                .payload(payload)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        return HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(signed.payload().orElse(payload))
                .build();
    }
}
