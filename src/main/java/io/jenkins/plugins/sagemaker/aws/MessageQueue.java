package io.jenkins.plugins.sagemaker.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * An SQS queue, to receive from. None of Jenkins' API plugins has the SDK's client of SQS, and two operations of the JSON protocol are too few to
 * bundle it for them; signer and connections are the SDK's. Nothing is tried again here.
 */
public final class MessageQueue {

    /** As many as SQS gives, and deletes, at once. */
    private static final int MOST = 10;

    /** The longest that SQS waits. */
    private static final Duration LONGEST_POLL = Duration.ofSeconds(20);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SdkHttpClient http;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final AwsCredentials credentials;
    private final String region;
    private final URI endpoint;
    private final QueueUrl url;

    /** @param receipt with which it is deleted */
    public record Message(String body, String receipt) {}

    MessageQueue(SdkHttpClient http, AwsCredentials credentials, String region, URI endpoint, QueueUrl url) {
        this.http = http;
        this.credentials = credentials;
        this.region = region;
        this.endpoint = endpoint;
        this.url = url;
    }

    /** Waits up to 20 s for messages. What is not deleted within the queue's visibility timeout comes again. */
    public List<Message> receive() throws RemoteException, InterruptedException {
        ObjectNode request =
                request().put("MaxNumberOfMessages", MOST).put("WaitTimeSeconds", LONGEST_POLL.toSeconds());
        JsonNode answer = Aws.call("receive messages from the queue " + url, () -> call("ReceiveMessage", request));
        List<Message> messages = new ArrayList<>();
        for (JsonNode message : answer.path("Messages")) {
            messages.add(new Message(
                    message.path("Body").asText(), message.path("ReceiptHandle").asText()));
        }
        return messages;
    }

    /** @param messages up to ten; one that cannot be deleted comes again */
    public void delete(List<Message> messages) throws RemoteException, InterruptedException {
        ObjectNode request = request();
        var entries = request.putArray("Entries");
        for (Message message : messages) {
            entries.addObject().put("Id", String.valueOf(entries.size())).put("ReceiptHandle", message.receipt());
        }
        Aws.call("delete messages of the queue " + url, () -> call("DeleteMessageBatch", request));
    }

    private ObjectNode request() {
        return JSON.createObjectNode().put("QueueUrl", url.toString());
    }

    private JsonNode call(String operation, ObjectNode request) {
        try {
            byte[] body = JSON.writeValueAsBytes(request);
            HttpExecuteResponse answer =
                    http.prepareRequest(signed(operation, body)).call();
            try (var content = answer.responseBody().orElse(null)) {
                byte[] bytes = content == null ? new byte[0] : content.readAllBytes();
                if (answer.httpResponse().isSuccessful()) {
                    return JSON.readTree(bytes);
                }
                throw refusal(answer, bytes);
            }
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw AbortedException.create("interrupted", e);
            }
            throw SdkClientException.create(e.toString(), e);
        }
    }

    private HttpExecuteRequest signed(String operation, byte[] body) {
        var payload = ContentStreamProvider.fromByteArray(body);
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .putHeader("Content-Length", String.valueOf(body.length))
                .putHeader("X-Amz-Target", "AmazonSQS." + operation)
                .build();
        SignedRequest signed = signer.sign(r -> r.identity(credentials)
                .request(request)
                .payload(payload)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sqs")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        return HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(signed.payload().orElse(payload))
                .build();
    }

    private static AwsServiceException refusal(HttpExecuteResponse answer, byte[] body) {
        JsonNode said = json(body);
        String type = said.path("__type").asText("");
        var details = AwsErrorDetails.builder()
                .errorCode(type.substring(type.indexOf('#') + 1))
                .errorMessage(said.path("message").asText(said.path("Message").asText("AWS gives no reason")))
                .build();
        return AwsServiceException.builder()
                .awsErrorDetails(details)
                .statusCode(answer.httpResponse().statusCode())
                .requestId(answer.httpResponse()
                        .firstMatchingHeader("x-amzn-RequestId")
                        .orElse(null))
                .build();
    }

    /** A proxy, for example, answers by other things than JSON. */
    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
