package io.jenkins.plugins.sagemaker.lab.aws.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** SQS's operations, with requests and answers in the shape of its JSON protocol. */
final class SqsOperations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Sqs sqs;
    private final Map<String, Operation> operations = new TreeMap<>();

    /** One operation; null is an answer without members. */
    @FunctionalInterface
    private interface Operation {
        ObjectNode answer(Call call, SqsRegion region, JsonNode request) throws AwsError;
    }

    SqsOperations(Sqs sqs) {
        this.sqs = sqs;
        var messages = new MessageOperations();
        operations.put("CreateQueue", SqsOperations::create);
        operations.put("GetQueueUrl", SqsOperations::url);
        operations.put("ListQueues", SqsOperations::list);
        operations.put("GetQueueAttributes", SqsOperations::attributes);
        operations.put("SetQueueAttributes", SqsOperations::setAttributes);
        operations.put("DeleteQueue", SqsOperations::delete);
        operations.put("PurgeQueue", SqsOperations::purge);
        operations.put("ListQueueTags", SqsOperations::tags);
        operations.put("TagQueue", SqsOperations::tag);
        operations.put("UntagQueue", SqsOperations::untag);
        operations.put("SendMessage", (call, region, request) -> messages.send(queue(region, request), request));
        operations.put("ReceiveMessage", (call, region, request) -> messages.receive(queue(region, request), request));
        operations.put("DeleteMessage", (call, region, request) -> messages.delete(queue(region, request), request));
        operations.put(
                "ChangeMessageVisibility", (call, region, request) -> messages.hide(queue(region, request), request));
        operations.put(
                "SendMessageBatch",
                (call, region, request) -> MessageOperations.batch(queue(region, request), request, messages::send));
        operations.put(
                "DeleteMessageBatch",
                (call, region, request) -> MessageOperations.batch(queue(region, request), request, messages::delete));
        operations.put(
                "ChangeMessageVisibilityBatch",
                (call, region, request) -> MessageOperations.batch(queue(region, request), request, messages::hide));
    }

    ObjectNode answer(Call call, JsonNode request) throws AwsError {
        Operation operation = operations.get(call.operation());
        if (operation == null) {
            throw AwsError.unknownOperation("sqs", call.operation());
        }
        ObjectNode answer = operation.answer(call, sqs.region(call.account(), call.region()), request);
        return answer == null ? JSON.objectNode() : answer;
    }

    private static Queue queue(SqsRegion region, JsonNode request) throws AwsError {
        return region.at(required(request, "QueueUrl"));
    }

    static String required(JsonNode request, String member) throws AwsError {
        String text = request.path(member).asText("");
        if (text.isEmpty()) {
            throw new AwsError(400, "MissingParameter", "The request must contain the parameter " + member + ".");
        }
        return text;
    }

    private static ObjectNode create(Call call, SqsRegion region, JsonNode request) throws AwsError {
        Queue queue = region.create(
                required(request, "QueueName"), texts(request.path("Attributes")), texts(request.path("tags")));
        return JSON.objectNode().put("QueueUrl", url(call, queue));
    }

    private static ObjectNode url(Call call, SqsRegion region, JsonNode request) throws AwsError {
        Queue queue = region.find(required(request, "QueueName")).orElseThrow(SqsRegion::missing);
        return JSON.objectNode().put("QueueUrl", url(call, queue));
    }

    /** A URL at the address that the client has called; without one, as AWS has it. */
    private static String url(Call call, Queue queue) {
        String host = call.header("host");
        return (host == null ? "https://sqs." + call.region() + ".amazonaws.com" : "http://" + host) + "/"
                + call.account() + "/" + queue.name();
    }

    private static ObjectNode list(Call call, SqsRegion region, JsonNode request) {
        List<Queue> queues = region.withPrefix(request.path("QueueNamePrefix").asText(""));
        ObjectNode answer = JSON.objectNode();
        if (!queues.isEmpty()) {
            var urls = answer.putArray("QueueUrls");
            queues.forEach(queue -> urls.add(url(call, queue)));
        }
        return answer;
    }

    private static ObjectNode attributes(Call call, SqsRegion region, JsonNode request) throws AwsError {
        Map<String, String> all = QueueAttributes.all(queue(region, request));
        ObjectNode answer = JSON.objectNode();
        for (JsonNode name : request.path("AttributeNames")) {
            ObjectNode attributes = answer.withObject("/Attributes");
            if (name.asText().equals("All")) {
                all.forEach(attributes::put);
            } else if (all.containsKey(name.asText())) {
                attributes.put(name.asText(), all.get(name.asText()));
            }
        }
        return answer;
    }

    private static ObjectNode setAttributes(Call call, SqsRegion region, JsonNode request) throws AwsError {
        queue(region, request).setAttributes(texts(request.path("Attributes")));
        return null;
    }

    private static ObjectNode delete(Call call, SqsRegion region, JsonNode request) throws AwsError {
        region.delete(queue(region, request));
        return null;
    }

    private static ObjectNode purge(Call call, SqsRegion region, JsonNode request) throws AwsError {
        queue(region, request).purge();
        return null;
    }

    private static ObjectNode tags(Call call, SqsRegion region, JsonNode request) throws AwsError {
        ObjectNode answer = JSON.objectNode();
        ObjectNode tags = answer.putObject("Tags");
        new TreeMap<>(queue(region, request).tags()).forEach(tags::put);
        return answer;
    }

    private static ObjectNode tag(Call call, SqsRegion region, JsonNode request) throws AwsError {
        queue(region, request).tags().putAll(texts(request.path("Tags")));
        return null;
    }

    private static ObjectNode untag(Call call, SqsRegion region, JsonNode request) throws AwsError {
        Queue queue = queue(region, request);
        request.path("TagKeys").forEach(key -> queue.tags().remove(key.asText()));
        return null;
    }

    private static Map<String, String> texts(JsonNode map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    static Duration seconds(JsonNode request, String member, String attribute) throws AwsError {
        return request.has(member)
                ? Duration.ofSeconds(
                        QueueAttributes.number(attribute, request.get(member).asText()))
                : null;
    }
}
