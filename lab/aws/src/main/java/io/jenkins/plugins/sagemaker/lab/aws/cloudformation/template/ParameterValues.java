package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a stack: what its user gave, completed by defaults and by the values of before.
 *
 * @param texts the values as text, by name in the template's order
 * @param resolved the values as expressions see them, strings or lists of strings
 */
public record ParameterValues(Map<String, String> texts, Map<String, Object> resolved) {

    /** A parameter as a request gives it: with a value, or as before. */
    public record Given(String value, boolean usePrevious) {}

    /**
     * Completes and checks the parameters of a request.
     *
     * @param previous values of the stack as it is, or null for a new stack
     */
    public static ParameterValues of(Template template, Map<String, Given> given, Map<String, String> previous)
            throws TemplateException {
        List<String> foreign = given.keySet().stream()
                .filter(name -> !template.parameters().containsKey(name))
                .toList();
        if (!foreign.isEmpty()) {
            throw new TemplateException("Parameters: " + foreign + " do not exist in the template");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (ParameterDefinition parameter : template.parameters().values()) {
            String text = text(parameter, given.get(parameter.name()), previous);
            if (text == null) {
                missing.add(parameter.name());
            } else {
                texts.put(parameter.name(), text);
            }
        }
        if (!missing.isEmpty()) {
            throw new TemplateException("Parameters: " + missing + " must have values");
        }
        refuseStored(template, texts);
        Map<String, Object> resolved = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            resolved.put(
                    entry.getKey(), template.parameters().get(entry.getKey()).resolve(entry.getValue()));
        }
        return new ParameterValues(texts, resolved);
    }

    /** The local AWS has no Parameter Store, which is as good as an empty one. */
    private static void refuseStored(Template template, Map<String, String> texts) throws TemplateException {
        List<String> stored = template.parameters().values().stream()
                .filter(ParameterDefinition::isStored)
                .map(parameter -> texts.get(parameter.name()))
                .toList();
        if (!stored.isEmpty()) {
            throw new TemplateException(
                    "Unable to fetch parameters " + stored + " from parameter store for this account.");
        }
    }

    private static String text(ParameterDefinition parameter, Given given, Map<String, String> previous)
            throws TemplateException {
        if (given != null && given.usePrevious()) {
            if (previous == null) {
                throw new TemplateException("Invalid input for parameter key " + parameter.name()
                        + ". Cannot specify usePreviousValue as true for a parameter key not in the previous template");
            }
            if (!previous.containsKey(parameter.name())) {
                throw new TemplateException("Invalid input for parameter key " + parameter.name()
                        + ". Cannot specify usePreviousValue as true for a parameter key not in the previous template");
            }
            return previous.get(parameter.name());
        }
        return given != null && given.value() != null ? given.value() : parameter.defaultValue();
    }
}
