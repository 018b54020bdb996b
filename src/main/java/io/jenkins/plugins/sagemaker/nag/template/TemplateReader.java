package io.jenkins.plugins.sagemaker.nag.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the text of a template into a {@link Template}, in the order in which cfn_nag works. */
public final class TemplateReader {
    private final String parameterValues;
    private final String conditionValues;
    private final Limits limits;
    private final boolean strict;

    /**
     * @param parameterValues JSON, {@code {"Parameters": {...}}} or a list of ParameterKey and ParameterValue; null if no
     *     parameter shall have a value
     * @param conditionValues JSON object of condition names and truth values; null if all conditions are true
     * @param strict whether to see what cfn_nag does not see
     */
    public TemplateReader(String parameterValues, String conditionValues, Limits limits, boolean strict) {
        this.parameterValues = parameterValues;
        this.conditionValues = conditionValues;
        this.limits = limits;
        this.strict = strict;
    }

    /**
     * Reads a template. The strict mode looks at a template with conditions twice, once with every condition true that
     * has no given value, and once with every such condition false; so does the list that is returned.
     *
     * @throws UnreadableTemplateException if the file as a whole cannot be checked
     */
    public List<Template> read(TemplateSource source) {
        if (source.problem() != null) {
            throw new UnreadableTemplateException(source.problem());
        }
        Map<Object, Object> raw = TemplateShape.check(TemplateText.read(source.text(), limits, strict), limits, strict);
        var malformations = new ArrayList<>(ServerlessTransform.apply(raw, strict));
        malformations.addAll(ReferenceCheck.check(raw, strict));
        malformations.addAll(Parameters.malformations(raw.get("Parameters")));
        var templates = new ArrayList<Template>();
        templates.add(template(raw, malformations, true));
        if (strict && raw.get("Conditions") instanceof Map<?, ?> conditions && !conditions.isEmpty()) {
            templates.add(template(raw, malformations, false));
        }
        return templates;
    }

    private Template template(Map<Object, Object> raw, List<Malformation> known, boolean assumed) {
        var conditions = Conditions.of(raw.get("Conditions"), conditionValues, assumed);
        Map<Object, Object> mappings = TemplateShape.mutable(raw.get("Mappings"));
        var maps = mappings == null ? new LinkedHashMap<Object, Object>() : mappings;
        var parameters = Parameters.of(raw.get("Parameters"), parameterValues, strict);
        var intrinsics = strict
                ? new StrictIntrinsics(parameters, maps, conditions)
                : new Intrinsics(parameters, maps, conditions);
        var reader = new ResourceReader(intrinsics, raw.get("Parameters"), strict);
        var resources = new LinkedHashMap<String, Resource>();
        TemplateShape.mutable(raw.get("Resources")).forEach((id, body) -> {
            Resource resource = reader.read(RubyText.of(id), body);
            if (resource != null) {
                resources.put(resource.logicalId(), resource);
            }
        });
        var malformations = new ArrayList<>(known);
        malformations.addAll(reader.malformations());
        return new Template(resources, parameters, malformations, raw, strict);
    }
}
