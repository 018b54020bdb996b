package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a handler is asked to do.
 *
 * @param owner the stack
 * @param logicalId the resource's name in the template
 * @param physicalId what is there already; null for a creation
 * @param properties as wanted (of a deletion: as they are), fitted to the schema, with the stack's tags
 * @param previous as they are, for an update; otherwise empty
 * @param stage null at first, afterwards what the handler asked for in {@link Progress.Again}
 */
public record ResourceRequest(
        Owner owner,
        String logicalId,
        String physicalId,
        Map<String, Object> properties,
        Map<String, Object> previous,
        String stage) {

    /** The stack that owns a resource. */
    public record Owner(String account, String region, String stackId, String stackName) {}

    /** A property as text, or null. */
    public String text(String property) {
        return Objects.toString(properties.get(property), null);
    }

    /** The tags of some properties, by key. */
    public static Map<String, String> tags(Map<String, Object> properties) {
        Map<String, String> tags = new TreeMap<>();
        if (properties.get("Tags") instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> tag) {
                    tags.put(String.valueOf(tag.get("Key")), String.valueOf(tag.get("Value")));
                }
            }
        }
        return tags;
    }

    /** The tags as wanted. */
    public Map<String, String> tags() {
        return tags(properties);
    }

    /** The request when its turn comes again. */
    public ResourceRequest resumed(Progress.Again progress) {
        String id = progress.physicalId() == null ? physicalId : progress.physicalId();
        return new ResourceRequest(owner, logicalId, id, properties, previous, progress.stage());
    }
}
