package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tags of all resources, by ARN. */
final class Tags {

    private static final int MAX_TAGS = 50;

    private final Map<String, Map<String, String>> byArn = new ConcurrentHashMap<>();

    Map<String, Operation> operations() {
        return Map.of("AddTags", this::add, "ListTags", this::list, "DeleteTags", this::delete);
    }

    /** Checks tags before the resource is made. */
    static void check(JsonNode tags) throws AwsError {
        Map<String, String> seen = new LinkedHashMap<>();
        for (JsonNode tag : tags) {
            String key = tag.get("Key").asText();
            if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
                throw AwsError.validation("aws: prefixed tag key names are not allowed for external use.");
            }
            if (seen.put(key, "") != null) {
                throw AwsError.validation("The tag key '" + key + "' is given more than once.");
            }
        }
    }

    /** Starts the list of a new resource. */
    void create(String arn, JsonNode tags) {
        Map<String, String> all = new LinkedHashMap<>();
        tags.forEach(tag -> all.put(tag.get("Key").asText(), tag.get("Value").asText()));
        byArn.put(arn, all);
    }

    void forget(String arn) {
        byArn.remove(arn);
    }

    private ObjectNode add(Request request) throws AwsError {
        JsonNode added = request.input().get("Tags");
        check(added);
        Map<String, String> tags = of(request);
        synchronized (tags) {
            var all = new LinkedHashMap<>(tags);
            added.forEach(
                    tag -> all.put(tag.get("Key").asText(), tag.get("Value").asText()));
            if (all.size() > MAX_TAGS) {
                throw AwsError.validation(
                        "A resource has at most " + MAX_TAGS + " tags, but would have " + all.size() + ".");
            }
            tags.putAll(all);
            return answer(tags);
        }
    }

    private ObjectNode list(Request request) throws AwsError {
        Map<String, String> tags = of(request);
        synchronized (tags) {
            return answer(tags);
        }
    }

    private ObjectNode delete(Request request) throws AwsError {
        Map<String, String> tags = of(request);
        synchronized (tags) {
            request.input().get("TagKeys").forEach(key -> tags.remove(key.asText()));
        }
        return null;
    }

    private Map<String, String> of(Request request) throws AwsError {
        String arn = request.text("ResourceArn");
        Map<String, String> tags = byArn.get(arn.toLowerCase(Locale.ROOT));
        if (tags == null) {
            throw AwsError.validation("Could not find resource \"" + arn + "\".");
        }
        return tags;
    }

    private static ObjectNode answer(Map<String, String> tags) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("Tags");
        tags.forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
        return answer;
    }
}
