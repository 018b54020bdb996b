package io.jenkins.plugins.sagemaker.lab.aws.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which events a rule wants. Has the shape of an event, with a list of alternatives in the place of each value. Source:
 * EventBridge user guide, "Creating event patterns".
 */
final class EventPattern {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode pattern;

    private EventPattern(JsonNode pattern) {
        this.pattern = pattern;
    }

    static EventPattern parse(String text) throws AwsError {
        JsonNode pattern;
        try {
            pattern = JSON.readTree(text);
        } catch (IOException e) {
            throw invalid("it is not JSON");
        }
        if (!pattern.isObject() || pattern.isEmpty()) {
            throw invalid("it must be an object that is not empty");
        }
        check(pattern);
        return new EventPattern(pattern);
    }

    private static void check(JsonNode node) throws AwsError {
        for (var entry : node.properties()) {
            JsonNode value = entry.getValue();
            if (entry.getKey().equals("$or") && value.isArray()) {
                for (JsonNode alternative : value) {
                    check(alternative);
                }
            } else if (value.isObject()) {
                check(value);
            } else if (!value.isArray() || value.isEmpty()) {
                throw invalid("\"" + entry.getKey() + "\" must be an object or an array");
            } else {
                for (JsonNode matcher : value) {
                    ValueMatcher.check(matcher);
                }
            }
        }
    }

    static AwsError invalid(String reason) {
        return new AwsError(400, "InvalidEventPatternException", "Event pattern is not valid. Reason: " + reason + ".");
    }

    boolean matches(JsonNode event) {
        return matches(pattern, event);
    }

    private static boolean matches(JsonNode wanted, JsonNode event) {
        return wanted.properties().stream().allMatch(member -> {
            if (member.getKey().equals("$or") && member.getValue().isArray()) {
                return any(member.getValue(), alternative -> matches(alternative, event));
            }
            JsonNode value = event.path(member.getKey());
            return member.getValue().isObject()
                    ? any(items(value), item -> matches(member.getValue(), item))
                    : any(member.getValue(), matcher -> ValueMatcher.matches(matcher, items(value)));
        });
    }

    private interface Condition {
        boolean holds(JsonNode node);
    }

    private static boolean any(Iterable<JsonNode> nodes, Condition condition) {
        for (JsonNode node : nodes) {
            if (condition.holds(node)) {
                return true;
            }
        }
        return false;
    }

    /** A list counts as its items, and anything else as itself; what is missing is no item at all. */
    private static List<JsonNode> items(JsonNode value) {
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray()) {
            return List.of(value);
        }
        List<JsonNode> items = new ArrayList<>();
        value.forEach(items::add);
        return items;
    }
}
