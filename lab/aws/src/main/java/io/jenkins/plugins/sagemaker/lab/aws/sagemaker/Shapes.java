package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The shapes of AWS's API model, and the check of a value against one, with violations worded as AWS words them. */
final class Shapes {

    private final JsonNode shapes;
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    Shapes(JsonNode shapes) {
        this.shapes = shapes;
    }

    /**
     * @param path where the value stands, as AWS writes it: {@code resourceConfig.instanceType}; empty for the input
     *     itself
     * @param violations to which broken limits are added
     * @return the value without unknown members
     */
    JsonNode check(String name, JsonNode value, String path, List<String> violations) throws AwsError {
        JsonNode shape = shapes.get(name);
        return switch (shape.get("type").asText()) {
            case "structure" -> structure(shape, value, path, violations);
            case "list" -> list(shape, value, path, violations);
            case "map" -> map(shape, value, path, violations);
            case "string" -> {
                require(value.isTextual(), value, "a String");
                addAll(textProblems(name, shape, value.asText()), quoted(value.asText()), path, violations);
                yield value;
            }
            case "integer", "long" -> {
                require(value.isIntegralNumber(), value, "an Integer");
                addAll(numberProblems(shape, value.asDouble()), quoted(value.asText()), path, violations);
                yield value;
            }
            case "float", "double" -> {
                require(value.isNumber(), value, "a Float");
                addAll(numberProblems(shape, value.asDouble()), quoted(value.asText()), path, violations);
                yield value;
            }
            case "boolean" -> {
                require(value.isBoolean(), value, "a Boolean");
                yield value;
            }
            case "timestamp" -> {
                require(value.isNumber(), value, "a Timestamp");
                yield value;
            }
            default -> throw new IllegalStateException(name);
        };
    }

    private ObjectNode structure(JsonNode shape, JsonNode value, String path, List<String> violations) throws AwsError {
        require(value.isObject(), value, "a structure");
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : shape.get("members").properties()) {
            JsonNode given = value.get(member.getKey());
            if (given != null && !given.isNull()) {
                known.set(
                        member.getKey(),
                        check(member.getValue().asText(), given, below(path, member.getKey()), violations));
            }
        }
        for (JsonNode required : shape.path("required")) {
            if (!known.has(required.asText())) {
                violations.add(violation("null", below(path, required.asText()), "Member must not be null"));
            }
        }
        return known;
    }

    private ArrayNode list(JsonNode shape, JsonNode value, String path, List<String> violations) throws AwsError {
        require(value.isArray(), value, "a list");
        addAll(lengthProblems(shape, value.size()), quoted(value.toString()), path, violations);
        ArrayNode known = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < value.size(); i++) {
            String where = path + "." + (i + 1) + ".member";
            known.add(check(shape.get("member").asText(), value.get(i), where, violations));
        }
        return known;
    }

    private ObjectNode map(JsonNode shape, JsonNode value, String path, List<String> violations) throws AwsError {
        require(value.isObject(), value, "a map");
        addAll(lengthProblems(shape, value.size()), quoted(value.toString()), path, violations);
        String keyName = shape.get("key").asText();
        String valueName = shape.get("value").asText();
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (entry.getValue().isNull()) {
                continue;
            }
            List<String> keyProblems = textProblems(keyName, shapes.get(keyName), entry.getKey());
            if (!keyProblems.isEmpty()) {
                violations.add(
                        violation(quoted(value.toString()), path, "Map keys must satisfy constraint: " + keyProblems));
            }
            List<String> inside = new ArrayList<>();
            known.set(entry.getKey(), check(valueName, entry.getValue(), path + "." + entry.getKey(), inside));
            if (!inside.isEmpty()) {
                List<String> problems = textProblems(
                        valueName, shapes.get(valueName), entry.getValue().asText());
                violations.add(
                        violation(quoted(value.toString()), path, "Map value must satisfy constraint: " + problems));
            }
        }
        return known;
    }

    private List<String> textProblems(String name, JsonNode shape, String text) {
        List<String> problems = new ArrayList<>();
        if (shape.has("enum")) {
            List<String> allowed = new ArrayList<>();
            shape.get("enum").forEach(one -> allowed.add(one.asText()));
            if (!allowed.contains(text)) {
                problems.add("Member must satisfy enum value set: " + allowed);
            }
            return problems;
        }
        problems.addAll(lengthProblems(shape, text.length()));
        if (shape.has("pattern")) {
            Pattern pattern = patterns.computeIfAbsent(
                    name, any -> Pattern.compile(shape.get("pattern").asText()));
            if (!pattern.matcher(text).matches()) {
                problems.add("Member must satisfy regular expression pattern: " + pattern);
            }
        }
        return problems;
    }

    private static List<String> lengthProblems(JsonNode shape, int length) {
        List<String> problems = new ArrayList<>();
        if (shape.has("max") && length > shape.get("max").asLong()) {
            problems.add("Member must have length less than or equal to " + shape.get("max"));
        }
        if (shape.has("min") && length < shape.get("min").asLong()) {
            problems.add("Member must have length greater than or equal to " + shape.get("min"));
        }
        return problems;
    }

    private static List<String> numberProblems(JsonNode shape, double number) {
        List<String> problems = new ArrayList<>();
        if (shape.has("max") && number > shape.get("max").asDouble()) {
            problems.add("Member must have value less than or equal to " + shape.get("max"));
        }
        if (shape.has("min") && number < shape.get("min").asDouble()) {
            problems.add("Member must have value greater than or equal to " + shape.get("min"));
        }
        return problems;
    }

    private static void addAll(List<String> problems, String value, String path, List<String> violations) {
        for (String problem : problems) {
            violations.add(violation(value, path, problem));
        }
    }

    private static String violation(String value, String path, String problem) {
        return "Value " + value + " at '" + path + "' failed to satisfy constraint: " + problem;
    }

    private static String quoted(String value) {
        return "'" + value + "'";
    }

    private static String below(String path, String member) {
        String name = Character.toLowerCase(member.charAt(0)) + member.substring(1);
        return path.isEmpty() ? name : path + "." + name;
    }

    private static void require(boolean fits, JsonNode value, String wanted) throws AwsError {
        if (!fits) {
            throw new AwsError(
                    400, "SerializationException", value.getNodeType() + "_VALUE can not be converted to " + wanted);
        }
    }
}
