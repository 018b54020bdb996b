package io.jenkins.plugins.sagemaker.nag.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns the text of a template into a {@link Template}, in the order in which cfn_nag works. */
public final class TemplateReader {
    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern AWS_TYPE = Pattern.compile("AWS::\\w+::[A-Z]\\w*(::.*)?");
    private static final Pattern OTHER_TYPE = Pattern.compile("(?!AWS::)[A-Za-z][\\w@-]*(::[\\w@-]+)*");

    private final String parameterValues;
    private final String conditionValues;
    private final Limits limits;

    /**
     * @param parameterValues JSON, {@code {"Parameters": {...}}} or a list of ParameterKey and ParameterValue; null if no
     *     parameter shall have a value
     * @param conditionValues JSON object of condition names and truth values; null if all conditions are true
     */
    public TemplateReader(String parameterValues, String conditionValues, Limits limits) {
        this.parameterValues = parameterValues;
        this.conditionValues = conditionValues;
        this.limits = limits;
    }

    /** Throws {@link UnreadableTemplateException} if the file as a whole cannot be checked. */
    public Template read(TemplateSource source) {
        if (source.problem() != null) {
            throw new UnreadableTemplateException(source.problem());
        }
        Map<Object, Object> raw = TemplateShape.check(TemplateText.read(source.text(), limits), limits);
        ServerlessTransform.apply(raw);
        ReferenceCheck.check(raw);
        var conditions = Conditions.of(raw.get("Conditions"), conditionValues);
        Map<Object, Object> mappings = TemplateShape.mutable(raw.get("Mappings"));
        var parameters = Parameters.of(raw.get("Parameters"), parameterValues);
        var intrinsics = new Intrinsics(parameters, mappings == null ? new LinkedHashMap<>() : mappings, conditions);
        var resources = new LinkedHashMap<String, Resource>();
        var malformations = new ArrayList<Malformation>();
        TemplateShape.mutable(raw.get("Resources")).forEach((id, body) -> {
            Resource resource = resource(RubyText.of(id), body, intrinsics, malformations);
            if (resource != null) {
                resources.put(resource.logicalId(), resource);
            }
        });
        return new Template(resources, parameters, malformations, raw);
    }

    private static Resource resource(String id, Object body, Intrinsics intrinsics, List<Malformation> malformations) {
        if (!(body instanceof Map<?, ?> map)) {
            malformations.add(new Malformation(id, 1, "it is " + Value.of(body).shape() + ", not a map with a Type"));
            return null;
        }
        Map<?, ?> merged = TemplateShape.merged(map);
        int line = TypeLine.line(merged.get("Type"));
        if (!(TypeLine.value(merged.get("Type")) instanceof String type)) {
            malformations.add(new Malformation(id, line, "its Type is not a text"));
            return null;
        }
        if (!AWS_TYPE.matcher(type).matches() && !OTHER_TYPE.matcher(type).matches()) {
            malformations.add(new Malformation(id, line, "'" + type + "' is not the name of a resource type"));
        }
        Object metadata = map.get("Metadata");
        var properties = new LinkedHashMap<String, Object>();
        try {
            addProperties(map.get("Properties"), intrinsics, properties);
        } catch (MalformedValueException e) {
            malformations.add(new Malformation(id, line, e.getMessage()));
        }
        // A property of that name takes the place of the resource's own metadata.
        return new Resource(id, type, line, properties.getOrDefault("metadata", metadata), properties, intrinsics);
    }

    private static void addProperties(Object section, Intrinsics intrinsics, Map<String, Object> properties) {
        if (section == null) {
            return;
        }
        if (!(section instanceof Map<?, ?>)) {
            throw new MalformedValueException(
                    "its Properties are " + Value.of(section).shape() + ", not a map");
        }
        Map<?, ?> written = TemplateShape.merged(section);
        var faults = new ArrayList<String>();
        addEach(written, intrinsics, properties, faults);
        if (written.containsKey("Fn::If")) {
            Object branch = intrinsics.outcome(Collections.singletonMap("Fn::If", written.get("Fn::If")));
            if (branch instanceof Map<?, ?> more) {
                addEach(more, intrinsics, properties, faults);
            } else {
                faults.add(
                        "Fn::If among its Properties gives " + Value.of(branch).shape() + ", not a map");
            }
        }
        if (!faults.isEmpty()) {
            throw new MalformedValueException(String.join("; ", faults));
        }
    }

    private static void addEach(
            Map<?, ?> written, Intrinsics intrinsics, Map<String, Object> properties, List<String> faults) {
        written.forEach((name, value) -> {
            String text = name instanceof String || name instanceof Symbol ? RubyText.of(name) : "";
            if (PROPERTY.matcher(text.replace('-', '_')).matches()) {
                properties.put(Resource.attribute(text), intrinsics.outcome(value));
            } else if (!text.equals("Fn::If") && !text.equals("Fn::Transform")) {
                faults.add("'" + RubyText.of(name) + "' is not the name of a property");
            }
        });
    }
}
