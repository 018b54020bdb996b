package io.jenkins.plugins.sagemaker.endpointtest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The comparisons of a JSONPath's value. */
final class JsonComparison {

    private static final List<String> ORDER = List.of("<", "<=", ">", ">=");
    private static final List<String> ALL = List.of("==", "!=", "<", "<=", ">", ">=", "contains", "exists");

    private JsonComparison() {}

    /** @throws IllegalArgumentException with a sentence for the user if there is no such comparison */
    static void check(String op, String value) {
        if (!ALL.contains(op)) {
            throw new IllegalArgumentException(
                    "jsonPath has no comparison '" + op + "'. There are: " + String.join(" ", ALL) + ".");
        }
        if (ORDER.contains(op) && Double.isNaN(Numbers.parse(value))) {
            throw new IllegalArgumentException("jsonPath " + op + " needs a number, but the value is '" + value + "'.");
        }
    }

    static boolean holds(JsonNode found, String op, String value, double tolerance) {
        double number = found.isNumber() ? found.asDouble() : Double.NaN;
        double wanted = Numbers.parse(value);
        boolean numbers = !Double.isNaN(number) && !Double.isNaN(wanted);
        boolean equal = numbers
                ? Math.abs(number - wanted) <= tolerance
                : (found.isValueNode() ? found.asText() : found.toString()).equals(value);
        return switch (op) {
            case "==" -> equal;
            case "!=" -> !equal;
            case "<" -> number < wanted;
            case "<=" -> number <= wanted + tolerance;
            case ">" -> number > wanted;
            case ">=" -> number >= wanted - tolerance;
            case "contains" -> contains(found, value);
            case "exists" -> true;
            default -> throw new IllegalArgumentException("no comparison " + op);
        };
    }

    private static boolean contains(JsonNode found, String value) {
        if (!found.isArray()) {
            return found.asText().contains(value);
        }
        for (JsonNode element : found) {
            if (element.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }
}
