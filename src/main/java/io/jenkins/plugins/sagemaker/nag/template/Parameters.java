package io.jenkins.plugins.sagemaker.nag.template;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a template and the values they have for this run. Without a value file no parameter has a value,
 * not even by its default; with one, given values come first, then defaults, then pseudo parameters.
 */
final class Parameters {
    private static final Map<String, Object> PSEUDO = Map.of(
            "AWS::URLSuffix", "amazonaws.com",
            "AWS::Partition", "aws",
            "AWS::NotificationARNs", "",
            "AWS::AccountId", "111111111111",
            "AWS::Region", "us-east-1",
            "AWS::StackId",
                    "arn:aws:cloudformation:us-east-1:111111111111:stack/stackname/51af3dc0-da77-11e4-872e-1234567db123",
            "AWS::StackName", "stackname",
            "AWS::NumberAZs", 2L);

    private final Map<String, Parameter> declared = new LinkedHashMap<>();
    private final Map<String, Object> values = new HashMap<>();

    /**
     * Reads the section; {@code valuesJson} may be null. Throws if the value file is malformed.
     *
     * @param strict whether defaults count without a value file, secrets keep their values to themselves, and lists are
     *     lists
     */
    static Parameters of(Object section, String valuesJson, boolean strict) {
        var parameters = new Parameters();
        if (section instanceof Map<?, ?> map) {
            map.forEach((name, body) -> parameters.declare(RubyText.of(name), body));
        }
        if (valuesJson != null || strict) {
            parameters.fill(valuesJson == null ? Map.of() : given(valuesJson));
        }
        if (strict && section instanceof Map<?, ?> map) {
            map.forEach((name, body) -> parameters.correct(RubyText.of(name), body));
        }
        return parameters;
    }

    /** Parameters with attributes that cannot be, for which the original crashes. */
    static List<Malformation> malformations(Object section) {
        var malformations = new ArrayList<Malformation>();
        if (section instanceof Map<?, ?> map) {
            map.forEach((name, body) -> {
                if (body instanceof Map<?, ?> attributes) {
                    for (Object attribute : attributes.keySet()) {
                        String text = RubyText.of(attribute);
                        if (!text.replace('-', '_').matches("[A-Za-z_]\\w*")) {
                            malformations.add(new Malformation(
                                    RubyText.of(name),
                                    TypeLine.line(attributes.get("Type")),
                                    "'" + text + "' is not the name of a parameter's attribute"));
                        }
                    }
                }
            });
        }
        return malformations;
    }

    private void declare(String name, Object body) {
        if (body instanceof Map<?, ?> map) {
            Object noEcho = map.containsKey("NoEcho") ? map.get("NoEcho") : map.get("noEcho");
            Object standard = map.containsKey("Default") ? map.get("Default") : map.get("default");
            declared.put(name, new Parameter(name, Value.of(noEcho), Value.of(standard)));
        }
    }

    private void fill(Map<?, ?> given) {
        for (Parameter parameter : declared.values()) {
            if (given.containsKey(parameter.name())) {
                values.put(parameter.name(), RubyText.of(given.get(parameter.name())));
            } else if (!parameter.defaultValue().isAbsent()) {
                values.put(parameter.name(), parameter.defaultValue().text());
            }
        }
        PSEUDO.forEach((name, standard) -> {
            values.put(name, given.containsKey(name) ? given.get(name) : standard);
            declared.put(name, new Parameter(name, Value.of(null), Value.of(null)));
        });
    }

    /** A secret stays a reference, and so does what the Systems Manager holds, whose default is a name and no value. */
    private void correct(String name, Object body) {
        String type = body instanceof Map<?, ?> map ? RubyText.of(TypeLine.value(map.get("Type"))) : "";
        if (type.startsWith("AWS::SSM::Parameter::")
                || declared.containsKey(name) && declared.get(name).keepsSecret()) {
            values.remove(name);
        } else if (values.get(name) instanceof String text
                && (type.startsWith("List<") || type.equals("CommaDelimitedList"))) {
            values.put(name, Arrays.stream(text.split(",")).map(String::strip).toList());
        }
    }

    private static Map<?, ?> given(String json) {
        Object root;
        try {
            root = JsonReader.values(json);
        } catch (IOException e) {
            throw new UnreadableTemplateException("The parameter values are not valid JSON: " + e.getMessage(), e);
        }
        if (root instanceof Map<?, ?> map && map.get("Parameters") instanceof Map<?, ?> values) {
            return values;
        }
        if (root instanceof List<?> list && list.stream().allMatch(Parameters::isKeyAndValue)) {
            var values = new HashMap<Object, Object>();
            list.forEach(entry ->
                    values.put(((Map<?, ?>) entry).get("ParameterKey"), ((Map<?, ?>) entry).get("ParameterValue")));
            return values;
        }
        throw new UnreadableTemplateException("The parameter values must be an object with the key Parameters,"
                + " or a list of objects with ParameterKey and ParameterValue.");
    }

    private static boolean isKeyAndValue(Object entry) {
        return entry instanceof Map<?, ?> map
                && Value.of(map.get("ParameterKey")).isGiven()
                && Value.of(map.get("ParameterValue")).isGiven();
    }

    /** The value for this run; null if it has none. */
    Object valueOf(String name) {
        return values.get(name);
    }

    /** The declared parameter; null if there is none. */
    Parameter get(String name) {
        return declared.get(name);
    }
}
