package io.jenkins.plugins.sagemaker.endpointtest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.TreeSet;

/** Where two JSON trees first differ. */
final class JsonDifference {

    private JsonDifference() {}

    /**
     * @param tolerance how far numbers may be off, absolute
     * @return a clause that names the place and both values; empty if there is no difference
     */
    static Optional<String> first(JsonNode found, JsonNode wanted, double tolerance) {
        return at("$", found, wanted, tolerance);
    }

    private static Optional<String> at(String path, JsonNode found, JsonNode wanted, double tolerance) {
        if (wanted.isNumber() && found.isNumber()) {
            // Subtraction has errors of its own: 1.1 - 1.0 is a little more than 0.1.
            double slack = tolerance == 0 ? 0 : Math.ulp(Math.abs(wanted.asDouble())) * 2;
            return Math.abs(found.asDouble() - wanted.asDouble()) <= tolerance + slack
                    ? Optional.empty()
                    : Optional.of(complaint(path, found, wanted)
                            + (tolerance == 0 ? "" : " (tolerance " + Numbers.plain(tolerance) + ")"));
        }
        if (wanted.isArray() && found.isArray()) {
            if (wanted.size() != found.size()) {
                return Optional.of(
                        "expected " + wanted.size() + " elements at " + path + ", but there are " + found.size());
            }
            for (int i = 0; i < wanted.size(); i++) {
                var difference = at(path + "[" + i + "]", found.get(i), wanted.get(i), tolerance);
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }
        if (wanted.isObject() && found.isObject()) {
            var names = new TreeSet<String>();
            wanted.fieldNames().forEachRemaining(names::add);
            found.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                var difference = at(path + "." + name, found.path(name), wanted.path(name), tolerance);
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }
        return found.equals(wanted) ? Optional.empty() : Optional.of(complaint(path, found, wanted));
    }

    private static String complaint(String path, JsonNode found, JsonNode wanted) {
        return "expected " + shown(wanted) + " at " + path + ", but it is " + shown(found);
    }

    /** For messages: at most a few hundred characters. */
    static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() <= Answer.LONGEST_QUOTE ? text : text.substring(0, Answer.LONGEST_QUOTE) + "…";
    }
}
