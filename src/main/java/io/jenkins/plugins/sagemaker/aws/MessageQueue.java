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
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * An SQS queue, to receive from. None of Jenkins' API plugins has the SDK's client of SQS, and two operations of the JSON protocol are too few to
 * bundle it for them.
 */
public final class MessageQueue {

    /** As many as SQS gives, and deletes, at once. */
    public static final int MOST = 10;

    /** The longest that SQS waits. */
    private static final Duration LONGEST_POLL = Duration.ofSeconds(20);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SignedPost post;
    private final QueueUrl url;

    /** @param receipt with which it is deleted */
    public record Message(String body, String receipt) {}

    MessageQueue(SdkHttpClient http, AwsCredentials credentials, String region, URI endpoint, QueueUrl url) {
        this.post = new SignedPost(http, credentials, "sqs", region, endpoint);
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
            var answer = post.send(
                    "application/x-amz-json-1.0",
                    Map.of("X-Amz-Target", "AmazonSQS." + operation),
                    JSON.writeValueAsBytes(request));
            if (answer.isGood()) {
                return JSON.readTree(answer.body());
            }
            JsonNode said = json(answer.body());
            String type = said.path("__type").asText("");
            throw answer.refusal(
                    type.substring(type.indexOf('#') + 1),
                    said.path("message").asText(said.path("Message").asText("AWS gives no reason")));
        } catch (IOException e) {
            throw SdkClientException.create("The answer is no JSON: " + e.getMessage(), e);
        }
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
