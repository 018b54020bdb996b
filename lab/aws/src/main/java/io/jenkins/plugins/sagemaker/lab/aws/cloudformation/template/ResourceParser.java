package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the entries of a template's Resources. */
final class ResourceParser {

    private static final Set<String> ATTRIBUTES = Set.of(
            "Type",
            "Properties",
            "Condition",
            "DependsOn",
            "Metadata",
            "DeletionPolicy",
            "UpdateReplacePolicy",
            "UpdatePolicy",
            "CreationPolicy",
            "Description");

    private final String logicalId;
    private final Map<String, Object> attributes;

    ResourceParser(String logicalId, Map<String, Object> attributes) {
        this.logicalId = logicalId;
        this.attributes = attributes;
    }

    ResourceDefinition parse() throws TemplateException {
        for (String attribute : attributes.keySet()) {
            if (!ATTRIBUTES.contains(attribute)) {
                throw new TemplateException("Invalid template resource property '" + attribute + "'");
            }
        }
        if (!(attributes.get("Type") instanceof String type)) {
            throw new TemplateException("Template format error: [/Resources/" + logicalId
                    + "] Every Resources object must contain a Type member.");
        }
        return new ResourceDefinition(
                logicalId,
                type,
                object("Properties"),
                Objects.toString(attributes.get("Condition"), null),
                dependsOn(),
                object("Metadata"),
                policy("DeletionPolicy", Set.of("Delete", "Retain", "RetainExceptOnCreate", "Snapshot")),
                policy("UpdateReplacePolicy", Set.of("Delete", "Retain", "Snapshot")));
    }

    private Map<String, Object> object(String attribute) throws TemplateException {
        return TemplateParser.object(
                attributes.getOrDefault(attribute, Map.of()),
                "Template format error: [/Resources/" + logicalId + "/" + attribute + "] must be an object.");
    }

    private List<String> dependsOn() throws TemplateException {
        Object value = attributes.getOrDefault("DependsOn", List.of());
        if (value instanceof String one) {
            return List.of(one);
        }
        List<String> names = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(name -> names.add(name.toString()));
            return List.copyOf(names);
        }
        throw new TemplateException("Template format error: DependsOn must be a string or list of strings.");
    }

    private String policy(String attribute, Set<String> allowed) throws TemplateException {
        String policy = Objects.toString(attributes.get(attribute), "Delete");
        if (!allowed.contains(policy)) {
            throw new TemplateException(
                    "Template format error: Unrecognized " + attribute + " " + policy + " for resource " + logicalId);
        }
        return policy;
    }
}
