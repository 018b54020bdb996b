package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of a template's Conditions and of the condition functions, each worked out at most once. */
final class ConditionValues {

    private final Map<String, Object> definitions;
    private final Evaluator evaluator;
    private final Map<String, Boolean> values = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    ConditionValues(Map<String, Object> definitions, Evaluator evaluator) {
        this.definitions = definitions;
        this.evaluator = evaluator;
    }

    boolean value(String name) throws TemplateException {
        Boolean known = values.get(name);
        if (known != null) {
            return known;
        }
        if (!definitions.containsKey(name)) {
            throw new TemplateException("Template error: unresolved condition dependency " + name);
        }
        if (!open.add(name)) {
            throw new TemplateException("Template error: Circular dependency between conditions: " + open);
        }
        boolean value = test(definitions.get(name));
        open.remove(name);
        values.put(name, value);
        return value;
    }

    /** The value of a condition expression: a condition function, {@code {Condition: name}}, or a constant. */
    boolean test(Object expression) throws TemplateException {
        if (expression instanceof Map<?, ?> map && map.size() == 1) {
            Map.Entry<?, ?> only = map.entrySet().iterator().next();
            return switch (only.getKey().toString()) {
                case "Condition" -> value(String.valueOf(only.getValue()));
                case "Fn::Equals" -> equal(arguments(only, 2, 2));
                case "Fn::Not" -> !test(arguments(only, 1, 1).get(0));
                case "Fn::And" -> all(arguments(only, 2, 10));
                case "Fn::Or" -> any(arguments(only, 2, 10));
                default -> bool(evaluator.value(expression));
            };
        }
        return bool(expression);
    }

    private boolean all(List<?> expressions) throws TemplateException {
        for (Object expression : expressions) {
            if (!test(expression)) {
                return false;
            }
        }
        return true;
    }

    private boolean any(List<?> expressions) throws TemplateException {
        for (Object expression : expressions) {
            if (test(expression)) {
                return true;
            }
        }
        return false;
    }

    private boolean equal(List<?> sides) throws TemplateException {
        Object left = evaluator.value(sides.get(0));
        Object right = evaluator.value(sides.get(1));
        return (left instanceof List || left instanceof Map)
                ? left.equals(right)
                : Evaluator.text(left).equals(Evaluator.text(right));
    }

    private static boolean bool(Object value) throws TemplateException {
        String text = Evaluator.text(value);
        if (!text.equals("true") && !text.equals("false")) {
            throw new TemplateException(
                    "Template format error: Every Condition member must be a boolean function or true or false.");
        }
        return text.equals("true");
    }

    private static List<?> arguments(Map.Entry<?, ?> function, int least, int most) throws TemplateException {
        if (function.getValue() instanceof List<?> list && list.size() >= least && list.size() <= most) {
            return list;
        }
        throw new TemplateException("Template error: every " + function.getKey() + " object requires a list of "
                + (least == most ? least : (least + " to " + most)) + (most == 1 ? " condition." : " parameters."));
    }
}
