package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Turns a template's text into a {@link Template}, with CloudFormation's checks of its form. */
final class TemplateParser {

    /** Limits of the CloudFormation user guide: 1 MB of text from S3, 500 resources, 200 of parameters, mappings and outputs. */
    private static final int TEXT_LIMIT = 1024 * 1024;

    private static final int RESOURCE_LIMIT = 500;
    private static final int ENTRY_LIMIT = 200;
    private static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion",
            "Conditions",
            "Description",
            "Hooks",
            "Mappings",
            "Metadata",
            "Outputs",
            "Parameters",
            "Resources",
            "Rules",
            "Transform");

    private final String body;

    TemplateParser(String body) {
        this.body = body;
    }

    Template parse() throws TemplateException {
        if (body.getBytes(StandardCharsets.UTF_8).length > TEXT_LIMIT) {
            throw new TemplateException("Template may not exceed " + TEXT_LIMIT + " bytes in size.");
        }
        Map<String, Object> root = object(TemplateText.read(body), "Template format error: unsupported structure.");
        List<String> unknown =
                root.keySet().stream().filter(key -> !SECTIONS.contains(key)).toList();
        if (!unknown.isEmpty()) {
            throw new TemplateException("Invalid template property or properties " + unknown);
        }
        refuseNulls(root, "");
        boolean extended = isExtended(root);
        if (extended) {
            root = object(ForEach.expand(root), "Template format error: unsupported structure.");
        }
        String version = scalar(root, "AWSTemplateFormatVersion");
        if (version != null && !version.equals("2010-09-09")) {
            throw new TemplateException(
                    "Template format error: " + version + " is not a supported value for AWSTemplateFormatVersion.");
        }
        return new Template(
                body,
                version,
                scalar(root, "Description"),
                section(root, "Metadata", Integer.MAX_VALUE),
                parameters(section(root, "Parameters", ENTRY_LIMIT)),
                section(root, "Mappings", ENTRY_LIMIT),
                section(root, "Conditions", Integer.MAX_VALUE),
                section(root, "Rules", Integer.MAX_VALUE),
                resources(section(root, "Resources", RESOURCE_LIMIT)),
                outputs(section(root, "Outputs", ENTRY_LIMIT)),
                extended);
    }

    private static boolean isExtended(Map<String, Object> root) throws TemplateException {
        Object transform = root.get("Transform");
        for (Object macro :
                transform instanceof List<?> list ? list : transform == null ? List.of() : List.of(transform)) {
            if (!macro.equals("AWS::LanguageExtensions")) {
                throw new TemplateException(
                        "Transform " + macro + " cannot be run: of all macros, the local CloudFormation"
                                + " has AWS::LanguageExtensions only. Pass the processed template.");
            }
        }
        return transform != null;
    }

    private static Map<String, ParameterDefinition> parameters(Map<String, Object> section) throws TemplateException {
        Map<String, ParameterDefinition> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : section.entrySet()) {
            alphanumeric("Parameter", entry.getKey());
            Map<String, Object> attributes = object(
                    entry.getValue(),
                    "Template format error: [/Parameters/" + entry.getKey()
                            + "] Every Parameters member must be an object.");
            parameters.put(entry.getKey(), new ParameterParser(entry.getKey(), attributes).parse());
        }
        return parameters;
    }

    private static Map<String, ResourceDefinition> resources(Map<String, Object> section) throws TemplateException {
        if (section.isEmpty()) {
            throw new TemplateException("Template format error: At least one Resources member must be defined.");
        }
        Map<String, ResourceDefinition> resources = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : section.entrySet()) {
            alphanumeric("Resource", entry.getKey());
            Map<String, Object> attributes = object(
                    entry.getValue(),
                    "Template format error: [/Resources/" + entry.getKey()
                            + "] Every Resources member must be an object.");
            resources.put(entry.getKey(), new ResourceParser(entry.getKey(), attributes).parse());
        }
        return resources;
    }

    private static Map<String, OutputDefinition> outputs(Map<String, Object> section) throws TemplateException {
        Map<String, OutputDefinition> outputs = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : section.entrySet()) {
            String name = entry.getKey();
            alphanumeric("Output", name);
            Map<String, Object> attributes = object(
                    entry.getValue(),
                    "Template format error: [/Outputs/" + name + "] Every Outputs member must be an object.");
            if (!attributes.containsKey("Value")) {
                throw new TemplateException(
                        "Template format error: Every Outputs member must contain a Value object (" + name + ").");
            }
            Object export = attributes.get("Export");
            outputs.put(
                    name,
                    new OutputDefinition(
                            name,
                            attributes.get("Value"),
                            Objects.toString(attributes.get("Description"), null),
                            export == null
                                    ? null
                                    : object(
                                                    export,
                                                    "Template format error: Export of output " + name
                                                            + " must be an object.")
                                            .get("Name"),
                            Objects.toString(attributes.get("Condition"), null)));
        }
        return outputs;
    }

    private static void alphanumeric(String kind, String name) throws TemplateException {
        if (!name.matches("[A-Za-z0-9]{1,255}")) {
            throw new TemplateException("Template format error: " + kind + " name " + name + " is non alphanumeric.");
        }
    }

    private static String scalar(Map<String, Object> root, String name) throws TemplateException {
        Object value = root.get(name);
        if (value instanceof Map || value instanceof List) {
            throw new TemplateException("Template format error: every " + name + " object must be a string.");
        }
        return value == null ? null : value.toString();
    }

    private static Map<String, Object> section(Map<String, Object> root, String name, int limit)
            throws TemplateException {
        Object value = root.getOrDefault(name, Map.of());
        Map<String, Object> section =
                object(value, "Template format error: [/" + name + "] " + name + " must be an object.");
        if (section.size() > limit) {
            throw new TemplateException("Template format error: Number of " + name.toLowerCase(java.util.Locale.ROOT)
                    + ", " + section.size() + ", is greater than maximum allowed, " + limit);
        }
        return section;
    }

    private static void refuseNulls(Object node, String path) throws TemplateException {
        if (node == null) {
            throw new TemplateException("[" + path + "] 'null' values are not allowed in templates");
        }
        if (node instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                refuseNulls(entry.getValue(), path + "/" + entry.getKey());
            }
        } else if (node instanceof List<?> list) {
            for (int index = 0; index < list.size(); index++) {
                refuseNulls(list.get(index), path + "/" + index);
            }
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value, String otherwise) throws TemplateException {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new TemplateException(otherwise);
    }
}
