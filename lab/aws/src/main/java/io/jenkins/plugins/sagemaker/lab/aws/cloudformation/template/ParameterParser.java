package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the entries of a template's Parameters. */
final class ParameterParser {

    private static final Set<String> ATTRIBUTES = Set.of(
            "Type",
            "Default",
            "NoEcho",
            "AllowedValues",
            "AllowedPattern",
            "MinLength",
            "MaxLength",
            "MinValue",
            "MaxValue",
            "Description",
            "ConstraintDescription");

    private final String name;
    private final Map<String, Object> attributes;

    ParameterParser(String name, Map<String, Object> attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    ParameterDefinition parse() throws TemplateException {
        for (String attribute : attributes.keySet()) {
            if (!ATTRIBUTES.contains(attribute)) {
                throw new TemplateException("Invalid template parameter property '" + attribute + "'");
            }
        }
        if (attributes.get("Type") == null) {
            throw new TemplateException(
                    "Template format error: Every Parameters object must contain a Type member. (" + name + ")");
        }
        return new ParameterDefinition(
                name,
                type(attributes.get("Type").toString()),
                text("Default"),
                "true".equalsIgnoreCase(text("NoEcho")),
                allowedValues(),
                text("AllowedPattern"),
                length("MinLength"),
                length("MaxLength"),
                number("MinValue"),
                number("MaxValue"),
                text("Description"),
                text("ConstraintDescription"));
    }

    private String type(String type) throws TemplateException {
        String item = type.startsWith("List<") && type.endsWith(">") ? type.substring(5, type.length() - 1) : type;
        if (Set.of("String", "Number").contains(item)
                || type.equals("CommaDelimitedList")
                || item.startsWith("AWS::")) {
            return type;
        }
        throw new TemplateException("Template format error: Unrecognized parameter type: " + type);
    }

    private String text(String attribute) throws TemplateException {
        Object value = attributes.get(attribute);
        if (value instanceof Map || value instanceof List) {
            throw new TemplateException("Template format error: Every " + attribute + " member must be a string.");
        }
        return value == null ? null : Evaluator.text(value);
    }

    private List<String> allowedValues() throws TemplateException {
        Object values = attributes.get("AllowedValues");
        if (values == null) {
            return List.of();
        }
        if (!(values instanceof List<?> list)) {
            throw new TemplateException("Template format error: Every AllowedValues member must be a list.");
        }
        List<String> texts = new ArrayList<>();
        for (Object value : list) {
            texts.add(Evaluator.text(value));
        }
        return List.copyOf(texts);
    }

    private Integer length(String attribute) throws TemplateException {
        BigDecimal number = number(attribute);
        return number == null ? null : number.intValue();
    }

    private BigDecimal number(String attribute) throws TemplateException {
        String value = text(attribute);
        try {
            return value == null ? null : new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw new TemplateException(
                    "Template format error: " + attribute + " of parameter " + name + " must be a number.");
        }
    }
}
