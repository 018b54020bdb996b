package io.jenkins.plugins.sagemaker.lab.aws.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rule: which events it wants, and where it sends them. */
final class Rule {

    private static final List<String> SHOWN =
            List.of("EventPattern", "ScheduleExpression", "State", "Description", "RoleArn");

    private final String name;
    private final String arn;
    private final Map<String, JsonNode> targets = new LinkedHashMap<>();
    private JsonNode settings = JsonNodeFactory.instance.objectNode();
    private EventPattern pattern;

    Rule(String name, String arn) {
        this.name = name;
        this.arn = arn;
    }

    String name() {
        return name;
    }

    String arn() {
        return arn;
    }

    /** Takes over a PutRule request, which replaces all that one before has said. */
    synchronized void put(JsonNode request) throws AwsError {
        pattern = request.has("EventPattern")
                ? EventPattern.parse(request.get("EventPattern").asText())
                : null;
        settings = request.deepCopy();
    }

    synchronized void enable(boolean enabled) {
        ((ObjectNode) settings).put("State", enabled ? "ENABLED" : "DISABLED");
    }

    synchronized boolean matches(JsonNode event) {
        return pattern != null && !state().equals("DISABLED") && pattern.matches(event);
    }

    private String state() {
        return settings.path("State").asText("ENABLED");
    }

    synchronized void target(JsonNode target) {
        targets.put(target.get("Id").asText(), target);
    }

    synchronized void removeTarget(String id) {
        targets.remove(id);
    }

    synchronized List<JsonNode> targets() {
        return List.copyOf(targets.values());
    }

    synchronized ObjectNode describe() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("Name", name).put("Arn", arn).put("EventBusName", "default");
        for (String member : SHOWN) {
            if (settings.has(member)) {
                answer.set(member, settings.get(member));
            }
        }
        return answer.put("State", state());
    }
}
