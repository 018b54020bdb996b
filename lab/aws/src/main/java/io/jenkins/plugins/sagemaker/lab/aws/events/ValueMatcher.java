package io.jenkins.plugins.sagemaker.lab.aws.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One alternative for a value: the value itself, or an object with a single comparison. */
final class ValueMatcher {

    private static final Set<String> KINDS =
            Set.of("prefix", "suffix", "equals-ignore-case", "wildcard", "anything-but", "exists", "numeric");

    private ValueMatcher() {}

    static void check(JsonNode matcher) throws AwsError {
        if (!matcher.isObject()) {
            return;
        }
        String kind = matcher.size() == 1 ? matcher.fieldNames().next() : "";
        if (!KINDS.contains(kind)) {
            throw EventPattern.invalid("the local EventBridge knows the match types " + KINDS + ", not " + matcher);
        }
    }

    /** Whether one of the values fits; there are none if the event has no such field. */
    static boolean matches(JsonNode matcher, List<JsonNode> values) {
        if (matcher.has("exists")) {
            return matcher.get("exists").asBoolean() != values.isEmpty();
        }
        return values.stream().anyMatch(value -> fits(matcher, value));
    }

    private static boolean fits(JsonNode matcher, JsonNode value) {
        if (!matcher.isObject()) {
            return equal(matcher, value);
        }
        String kind = matcher.fieldNames().next();
        JsonNode operand = matcher.get(kind);
        String text = value.asText();
        return switch (kind) {
            case "prefix" -> value.isTextual() && text.startsWith(operand.asText());
            case "suffix" -> value.isTextual() && text.endsWith(operand.asText());
            case "equals-ignore-case" -> value.isTextual() && text.equalsIgnoreCase(operand.asText());
            case "wildcard" -> value.isTextual() && wildcard(operand.asText(), text);
            case "numeric" -> value.isNumber() && inRange(operand, value.asDouble());
            default -> isAnythingBut(operand, value);
        };
    }

    private static boolean equal(JsonNode wanted, JsonNode value) {
        return wanted.isNumber() && value.isNumber()
                ? wanted.decimalValue().compareTo(value.decimalValue()) == 0
                : wanted.equals(value);
    }

    private static boolean isAnythingBut(JsonNode operand, JsonNode value) {
        if (!operand.isArray()) {
            return !fits(operand, value);
        }
        for (JsonNode one : operand) {
            if (fits(one, value)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is as the pattern, in which a star stands for any text. */
    static boolean wildcard(String pattern, String text) {
        var expression = new StringBuilder();
        for (String part : pattern.split("\\*", -1)) {
            expression.append(expression.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL)
                .matcher(text)
                .matches();
    }

    /** Pairs of comparison and number, all of which must hold: {@code [">", 0, "<=", 5]}. */
    private static boolean inRange(JsonNode conditions, double value) {
        for (int i = 0; i + 1 < conditions.size(); i += 2) {
            int order = Double.compare(value, conditions.get(i + 1).asDouble());
            boolean holds =
                    switch (conditions.get(i).asText()) {
                        case "<" -> order < 0;
                        case "<=" -> order <= 0;
                        case ">" -> order > 0;
                        case ">=" -> order >= 0;
                        default -> order == 0;
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }
}
