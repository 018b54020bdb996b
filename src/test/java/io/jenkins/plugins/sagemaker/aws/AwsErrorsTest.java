package io.jenkins.plugins.sagemaker.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpResponse;

class AwsErrorsTest {

    @Test
    void anErrorOfTheServiceIsTheServicesOwnWordsWithTheRequestId() {
        var e = failure(AwsAnswer.error(400, "ValidationException", "The role is missing."));

        assertThat(e)
                .hasMessage(
                        "Could not create x: The role is missing. (ValidationException, HTTP 400, request id request-1)");
        assertThat(e.code()).isEqualTo("ValidationException");
        assertThat(e.kind()).isEqualTo(Kind.INVALID);
    }

    @Test
    void anAnswerWithoutWordsIsStillASentence() {
        var e = failure(AwsServiceException.builder().statusCode(502).build());

        assertThat(e).hasMessage("Could not create x: the answer gives no reason (HTTP 502)");
        assertThat(e.kind()).isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void aBucketOfAnotherRegionIsNamedWithItsRegion() {
        var redirect = AwsServiceException.builder()
                .statusCode(301)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("PermanentRedirect")
                        .errorMessage("The bucket must be addressed using the specified endpoint.")
                        .sdkHttpResponse(SdkHttpResponse.builder()
                                .statusCode(301)
                                .putHeader("x-amz-bucket-region", "eu-west-1")
                                .build())
                        .build())
                .build();

        assertThat(failure(redirect))
                .hasMessageContaining("The bucket lies in the region eu-west-1, not in the one that");
    }

    @Test
    void aWrongClockIsSuspected() {
        var e = failure(
                AwsAnswer.error(403, "SignatureDoesNotMatch", "Signature expired: 2026 is now earlier than 2027"));

        assertThat(e).hasMessageEndingWith("The controller's clock may be wrong.");
        assertThat(e.kind()).isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void anUnknownHostIsNamedWithTheLikelyCause() {
        var e = failure(
                client("Received an UnknownHostException", new UnknownHostException("sts.eu-moon-1.amazonaws.com")));

        assertThat(e)
                .hasMessageStartingWith("Could not create x: there is no host sts.eu-moon-1.amazonaws.com. Is the");
        assertThat(e.kind()).isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void anUntrustedCertificateDoesNotPassByWaiting() {
        var handshake = new SSLHandshakeException("PKIX path building failed");
        handshake.initCause(new CertificateException("unable to find valid certification path"));

        var e = failure(client("Unable to execute HTTP request", handshake));

        assertThat(e).hasMessageContaining("not trusted").hasMessageContaining("trust store");
        assertThat(e.kind()).isEqualTo(Kind.INVALID);
    }

    @Test
    void troubleOnTheWayPasses() {
        assertThat(failure(client("Read timed out", new SocketTimeoutException()))
                        .kind())
                .isEqualTo(Kind.TRANSIENT);
        assertThat(failure(client("closed", new SSLHandshakeException("Remote host terminated")))
                        .kind())
                .isEqualTo(Kind.TRANSIENT);
        assertThat(failure(ApiCallTimeoutException.create(60_000)).kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(failure(new IllegalStateException("Connection pool shut down"))
                        .kind())
                .isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void missingCredentialsDoNotComeByWaiting() {
        var e = failure(client("Unable to load credentials from any of the providers", new IOException("IMDS")));

        assertThat(e.kind()).isEqualTo(Kind.INVALID);
    }

    @Test
    void anInterruptedCallIsAnInterruption() {
        assertThatThrownBy(() -> Aws.call("create x", () -> {
                    throw AbortedException.create("interrupted");
                }))
                .isInstanceOf(InterruptedException.class)
                .hasMessage("interrupted while trying to create x");
    }

    @Test
    void aDefectStaysOne() {
        assertThatThrownBy(() -> Aws.call("create x", () -> {
                    throw new IllegalStateException("a defect");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a defect");
    }

    private static SdkClientException client(String message, Exception cause) {
        return SdkClientException.create(message, cause);
    }

    private static RemoteException failure(RuntimeException thrown) {
        return catchThrowableOfType(
                RemoteException.class,
                () -> Aws.call("create x", () -> {
                    throw thrown;
                }));
    }
}
