package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Passes the tags of a stack on to its resources, whose own tags win. CloudFormation's own {@code aws:} tags are not added. */
final class StackTags {

    private StackTags() {}

    static Map<String, Object> added(
            ResourceSchema schema, Map<String, Object> properties, Map<String, String> stackTags) {
        if (stackTags.isEmpty() || !schema.isTaggable()) {
            return properties;
        }
        List<Object> tags = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        if (properties.get("Tags") instanceof List<?> own) {
            for (Object tag : own) {
                tags.add(tag);
                keys.add(String.valueOf(((Map<?, ?>) tag).get("Key")));
            }
        }
        stackTags.forEach((key, value) -> {
            if (!keys.contains(key)) {
                tags.add(Map.of("Key", key, "Value", value));
            }
        });
        Map<String, Object> tagged = new LinkedHashMap<>(properties);
        tagged.put("Tags", tags);
        return tagged;
    }
}
