package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Works out the values of a template's expressions for given parameters. The intrinsic functions themselves are in {@link Functions};
 * this class walks the tree, knows names, and leaves out what is {@code AWS::NoValue}.
 */
public final class Evaluator {

    /** Stands for {@code AWS::NoValue} while a tree is walked. */
    private static final Object NO_VALUE = new Object();

    private final Template template;
    private final Map<String, Object> names;
    private final Lookup lookup;
    private final ConditionValues conditions;
    private final Functions functions;

    /** @param parameters resolved values by name, strings or lists of strings */
    public Evaluator(Template template, Map<String, Object> parameters, PseudoParameters pseudo, Lookup lookup) {
        this.template = template;
        this.names = new LinkedHashMap<>(pseudo.values());
        this.names.putAll(parameters);
        this.lookup = lookup;
        this.conditions = new ConditionValues(template.conditions(), this);
        this.functions = new Functions(this, pseudo.region());
    }

    /** The value of a condition of the template. */
    public boolean condition(String name) throws TemplateException {
        return conditions.value(name);
    }

    /** Whether something under this condition exists; null means always. */
    public boolean holds(String condition) throws TemplateException {
        return condition == null || condition(condition);
    }

    /** The evaluated properties of a resource. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> properties(ResourceDefinition resource) throws TemplateException {
        Object value = evaluate(resource.properties());
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** The value of an expression: a string, long, decimal, boolean, list, map, {@link Unknown}, or null for AWS::NoValue. */
    public Object value(Object expression) throws TemplateException {
        Object value = evaluate(expression);
        return value == NO_VALUE ? null : value;
    }

    Object evaluate(Object expression) throws TemplateException {
        if (expression instanceof Map<?, ?> map) {
            if (map.size() == 1) {
                Map.Entry<?, ?> only = map.entrySet().iterator().next();
                String name = only.getKey().toString();
                if (name.equals("Ref")) {
                    return ref(text(only.getValue()));
                }
                if (name.startsWith("Fn::")) {
                    return functions.call(name, only.getValue());
                }
            }
            return object(map);
        }
        if (expression instanceof List<?> list) {
            List<Object> values = new ArrayList<>();
            for (Object item : list) {
                Object value = evaluate(item);
                if (value != NO_VALUE) {
                    values.add(value);
                }
            }
            return values;
        }
        return expression;
    }

    private Map<String, Object> object(Map<?, ?> map) throws TemplateException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object value = evaluate(entry.getValue());
            if (value != NO_VALUE) {
                values.put(entry.getKey().toString(), value);
            }
        }
        return values;
    }

    private Object ref(String name) throws TemplateException {
        if (name.equals(PseudoParameters.NO_VALUE)) {
            return NO_VALUE;
        }
        Object value = names.get(name);
        return value != null ? value : lookup.ref(name);
    }

    /** What {@code ${name}} in Fn::Sub stands for. */
    Object variable(String name) throws TemplateException {
        int dot = name.indexOf('.');
        Object value = dot < 0 ? ref(name) : lookup.attribute(name.substring(0, dot), name.substring(dot + 1));
        return value == NO_VALUE ? "" : value;
    }

    Object attribute(String logicalId, String attribute) throws TemplateException {
        return lookup.attribute(logicalId, attribute);
    }

    Object importValue(String exportName) throws TemplateException {
        return lookup.importValue(exportName);
    }

    ConditionValues conditions() {
        return conditions;
    }

    /** Whether the template may use the functions of {@code AWS::LanguageExtensions}. */
    boolean isExtended() {
        return template.extended();
    }

    Map<String, Object> mappings() {
        return template.mappings();
    }

    /** A scalar as text, as Fn::Join and parameters show it. */
    public static String text(Object scalar) {
        return scalar instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(scalar);
    }
}
