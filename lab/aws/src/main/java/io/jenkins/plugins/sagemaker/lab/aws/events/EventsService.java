package io.jenkins.plugins.sagemaker.lab.aws.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.Service;
import java.io.IOException;
import java.util.List;

/** EventBridge's operations on rules and targets, over its JSON protocol. */
final class EventsService implements Service {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final EventBridge events;

    EventsService(EventBridge events) {
        this.events = events;
    }

    @Override
    public String signingName() {
        return "events";
    }

    @Override
    public Protocol protocol() {
        return Protocol.JSON;
    }

    @Override
    public Reply handle(Call call) throws AwsError {
        JsonNode request;
        try {
            request = call.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(call.body());
        } catch (IOException e) {
            throw new AwsError(400, "SerializationException", "The body of " + call.operation() + " is not JSON.");
        }
        if (!List.of("", "default").contains(request.path("EventBusName").asText())) {
            throw new AwsError(
                    400,
                    "ResourceNotFoundException",
                    "Event bus " + request.get("EventBusName").asText()
                            + " does not exist; the local EventBridge has the default one only.");
        }
        JsonNode answer = answer(call, events.bus(call.account(), call.region()), request);
        return Reply.of(200, "application/x-amz-json-1.1", answer == null ? "" : answer.toString());
    }

    private JsonNode answer(Call call, EventBus bus, JsonNode request) throws AwsError {
        switch (call.operation()) {
            case "PutRule":
                return put(bus, request);
            case "DescribeRule":
                return bus.find(required(request, "Name")).describe();
            case "ListRules":
                return listed(
                        "Rules",
                        bus.withPrefix(request.path("NamePrefix").asText("")).stream()
                                .map(Rule::describe)
                                .toList());
            case "EnableRule", "DisableRule":
                bus.find(required(request, "Name")).enable(call.operation().equals("EnableRule"));
                return null;
            case "DeleteRule":
                bus.delete(required(request, "Name"));
                return null;
            case "PutTargets":
                return putTargets(bus.find(required(request, "Rule")), request);
            case "RemoveTargets":
                return removeTargets(bus.find(required(request, "Rule")), request);
            case "ListTargetsByRule":
                return listed("Targets", bus.find(required(request, "Rule")).targets());
            case "PutEvents":
                return putEvents(call, bus, request);
            default:
                throw AwsError.unknownOperation("events", call.operation());
        }
    }

    private static ObjectNode put(EventBus bus, JsonNode request) throws AwsError {
        String name = required(request, "Name");
        if (!name.matches("[.\\-_A-Za-z0-9]{1,64}")) {
            throw AwsError.validation("1 validation error detected: Value '" + name
                    + "' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern:"
                    + " [\\.\\-_A-Za-z0-9]+");
        }
        if (!request.has("EventPattern") && !request.has("ScheduleExpression")) {
            throw AwsError.validation("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }
        if (request.has("EventPattern")) {
            EventPattern.parse(request.get("EventPattern").asText());
        }
        Rule rule = bus.make(name);
        rule.put(request);
        return NODES.objectNode().put("RuleArn", rule.arn());
    }

    private static ObjectNode putTargets(Rule rule, JsonNode request) throws AwsError {
        for (JsonNode target : request.path("Targets")) {
            required(target, "Id");
            required(target, "Arn");
            if (target.has("InputPath") || target.has("InputTransformer")) {
                throw AwsError.validation("The local EventBridge sends events as they are or a target's Input, and has"
                        + " no InputPath and no InputTransformer.");
            }
        }
        request.path("Targets").forEach(rule::target);
        return noFailures();
    }

    private static ObjectNode removeTargets(Rule rule, JsonNode request) {
        request.path("Ids").forEach(id -> rule.removeTarget(id.asText()));
        return noFailures();
    }

    private static ObjectNode noFailures() {
        ObjectNode answer = NODES.objectNode().put("FailedEntryCount", 0);
        answer.putArray("FailedEntries");
        return answer;
    }

    private ObjectNode putEvents(Call call, EventBus bus, JsonNode request) throws AwsError {
        ObjectNode answer = NODES.objectNode().put("FailedEntryCount", 0);
        var results = answer.putArray("Entries");
        for (JsonNode entry : request.path("Entries")) {
            String source = required(entry, "Source");
            if (source.startsWith("aws.")) {
                results.addObject()
                        .put("ErrorCode", "NotAuthorizedForSourceException")
                        .put("ErrorMessage", "Not authorized for the source.");
                answer.put("FailedEntryCount", answer.get("FailedEntryCount").asInt() + 1);
                continue;
            }
            ObjectNode event = events.envelope(call.account(), call.region(), source, required(entry, "DetailType"));
            event.set("resources", entry.has("Resources") ? entry.get("Resources") : NODES.arrayNode());
            try {
                event.set("detail", JSON.readTree(required(entry, "Detail")));
            } catch (IOException e) {
                throw new AwsError(400, "MalformedDetail", "Detail is malformed.");
            }
            results.addObject().set("EventId", event.get("id"));
            events.deliver(bus, event);
        }
        return answer;
    }

    private static ObjectNode listed(String member, List<? extends JsonNode> items) {
        ObjectNode answer = NODES.objectNode();
        answer.putArray(member).addAll(items);
        return answer;
    }

    private static String required(JsonNode request, String member) throws AwsError {
        String text = request.path(member).asText("");
        if (text.isEmpty()) {
            String name = Character.toLowerCase(member.charAt(0)) + member.substring(1);
            throw AwsError.validation("1 validation error detected: Value null at '" + name
                    + "' failed to satisfy constraint: Member must not be null");
        }
        return text;
    }
}
