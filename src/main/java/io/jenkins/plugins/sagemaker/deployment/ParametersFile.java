package io.jenkins.plugins.sagemaker.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A file with parameter values, and perhaps tags, in one of the forms that teams have lying about: CodePipeline's template configuration
 * ({@code {"Parameters": {...}, "Tags": {...}}}), the list that the AWS CLI takes ({@code [{"ParameterKey": ..., "ParameterValue": ...}]}),
 * or a plain object of names and values.
 */
record ParametersFile(Map<String, String> parameters, Map<String, String> tags) {

    static final ParametersFile NONE = new ParametersFile(Map.of(), Map.of());

    /** @throws IllegalArgumentException with a sentence for the user that names the file */
    static ParametersFile parse(String path, String json) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new IllegalArgumentException(
                    path + " is not JSON: " + e.getOriginalMessage()
                            + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")"),
                    e);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        Map<String, String> tags = new LinkedHashMap<>();
        if (root.isArray()) {
            for (JsonNode item : root) {
                String key = item.path("ParameterKey").asText("");
                if (key.isEmpty()) {
                    throw new IllegalArgumentException(path + ": each element of the list needs a ParameterKey and a "
                            + "ParameterValue, but one is " + item);
                }
                parameters.put(key, text(path, key, item.path("ParameterValue")));
            }
        } else if (root.path("Parameters").isObject() || root.path("Tags").isObject()) {
            fields(path, root.path("Parameters"), parameters::put);
            fields(path, root.path("Tags"), tags::put);
        } else if (root.isObject()) {
            fields(path, root, parameters::put);
        } else {
            throw new IllegalArgumentException(path + " holds neither an object nor a list of parameters.");
        }
        return new ParametersFile(parameters, tags);
    }

    private static void fields(String path, JsonNode object, BiConsumer<String, String> to) {
        object.properties().forEach(field -> to.accept(field.getKey(), text(path, field.getKey(), field.getValue())));
    }

    /** Lists become what CloudFormation's list parameters take: the elements with commas between. */
    private static String text(String path, String key, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            return value.asText();
        }
        if (value.isArray()) {
            var joined = new StringBuilder();
            for (JsonNode element : value) {
                joined.append(joined.isEmpty() ? "" : ",").append(text(path, key, element));
            }
            return joined.toString();
        }
        throw new IllegalArgumentException(path + ": the value of " + key
                + " must be a text, a number, a boolean or a list of " + "these, but is " + value);
    }
}
