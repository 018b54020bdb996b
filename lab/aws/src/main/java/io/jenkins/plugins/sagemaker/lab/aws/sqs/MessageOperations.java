package io.jenkins.plugins.sagemaker.lab.aws.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Sending, receiving and deleting messages. */
final class MessageOperations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_AT_ONCE = 10;

    /** What is done with one message, alone or in a batch. */
    @FunctionalInterface
    interface Single {
        ObjectNode on(Queue queue, JsonNode request) throws AwsError;
    }

    ObjectNode send(Queue queue, JsonNode request) throws AwsError {
        String body = SqsOperations.required(request, "MessageBody");
        if (request.path("MessageAttributes").size() > 0) {
            throw new AwsError(
                    400, "UnsupportedOperation", "The local SQS keeps no message attributes; put them into the body.");
        }
        int max = Integer.parseInt(queue.attribute("MaximumMessageSize"));
        if (body.getBytes(StandardCharsets.UTF_8).length > max) {
            throw new AwsError(
                    400,
                    "InvalidParameterValue",
                    "One or more parameters are invalid. Reason: Message must be shorter than " + max + " bytes.");
        }
        String id = queue.send(body, SqsOperations.seconds(request, "DelaySeconds", "DelaySeconds"));
        return JSON.objectNode().put("MessageId", id).put("MD5OfMessageBody", md5(body));
    }

    ObjectNode receive(Queue queue, JsonNode request) throws AwsError {
        int max = request.path("MaxNumberOfMessages").asInt(1);
        if (max < 1 || max > MAX_AT_ONCE) {
            throw new AwsError(
                    400,
                    "InvalidParameterValue",
                    "Value " + max
                            + " for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if"
                            + " provided.");
        }
        Duration visibility = given(queue, request, "VisibilityTimeout", "VisibilityTimeout");
        Duration wait = given(queue, request, "WaitTimeSeconds", "ReceiveMessageWaitTimeSeconds");
        ObjectNode answer = JSON.objectNode();
        Set<String> shown = new HashSet<>();
        request.path("AttributeNames").forEach(name -> shown.add(name.asText()));
        request.path("MessageSystemAttributeNames").forEach(name -> shown.add(name.asText()));
        for (Message.Received message : received(queue, max, visibility, wait)) {
            ObjectNode node = answer.withArray("Messages").addObject();
            node.put("MessageId", message.id()).put("ReceiptHandle", message.receiptHandle());
            node.put("MD5OfBody", md5(message.body())).put("Body", message.body());
            show(node, message, shown);
        }
        return answer;
    }

    private static List<Message.Received> received(Queue queue, int max, Duration visibility, Duration wait) {
        try {
            return queue.receive(max, visibility, wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The server is being closed.
            return List.of();
        }
    }

    private static Duration given(Queue queue, JsonNode request, String member, String attribute) throws AwsError {
        return Objects.requireNonNullElseGet(
                SqsOperations.seconds(request, member, attribute),
                () -> Duration.ofSeconds(Long.parseLong(queue.attribute(attribute))));
    }

    private static void show(ObjectNode node, Message.Received message, Set<String> shown) {
        ObjectNode all = JSON.objectNode()
                .put("SentTimestamp", Long.toString(message.sent().toEpochMilli()))
                .put("ApproximateReceiveCount", Integer.toString(message.receives()))
                .put(
                        "ApproximateFirstReceiveTimestamp",
                        Long.toString(message.firstReceived().toEpochMilli()));
        if (!shown.contains("All")) {
            all.retain(shown);
        }
        if (!all.isEmpty()) {
            node.set("Attributes", all);
        }
    }

    ObjectNode delete(Queue queue, JsonNode request) throws AwsError {
        queue.delete(SqsOperations.required(request, "ReceiptHandle"));
        return null;
    }

    ObjectNode hide(Queue queue, JsonNode request) throws AwsError {
        SqsOperations.required(request, "VisibilityTimeout");
        queue.hide(
                SqsOperations.required(request, "ReceiptHandle"),
                SqsOperations.seconds(request, "VisibilityTimeout", "VisibilityTimeout"));
        return null;
    }

    /** Each entry by itself: some may fail and others not. */
    static ObjectNode batch(Queue queue, JsonNode request, Single single) throws AwsError {
        JsonNode entries = request.path("Entries");
        check(entries);
        ObjectNode answer = JSON.objectNode();
        var successful = answer.putArray("Successful");
        var failed = answer.putArray("Failed");
        for (JsonNode entry : entries) {
            String id = entry.path("Id").asText();
            try {
                ObjectNode result = single.on(queue, entry);
                successful.add(result == null ? JSON.objectNode().put("Id", id) : result.put("Id", id));
            } catch (AwsError e) {
                failed.addObject()
                        .put("Id", id)
                        .put("SenderFault", true)
                        .put("Code", e.code())
                        .put("Message", e.getMessage());
            }
        }
        return answer;
    }

    private static void check(JsonNode entries) throws AwsError {
        if (entries.isEmpty()) {
            throw new AwsError(
                    400,
                    "EmptyBatchRequest",
                    "There should be at least one entry in the batch request, but there is none.");
        }
        if (entries.size() > MAX_AT_ONCE) {
            throw new AwsError(
                    400,
                    "TooManyEntriesInBatchRequest",
                    "Maximum number of entries per request are 10. You have sent " + entries.size() + ".");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode entry : entries) {
            if (!ids.add(entry.path("Id").asText())) {
                throw new AwsError(
                        400,
                        "BatchEntryIdsNotDistinct",
                        "Id " + entry.path("Id").asText() + " repeated.");
            }
        }
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5.", e);
        }
    }
}
