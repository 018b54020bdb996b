package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.util.List;
import java.util.Map;

/** Checks the Rules of a template: assertions on parameters that must hold before anything begins. */
public final class Rules {

    private Rules() {}

    /** @throws TemplateException if an assertion does not hold, with its description */
    public static void check(Template template, Evaluator evaluator) throws TemplateException {
        for (Map.Entry<String, Object> entry : template.rules().entrySet()) {
            String malformed = "Template format error: Rule " + entry.getKey() + " must have a list of Assertions.";
            Map<String, Object> rule = TemplateParser.object(entry.getValue(), malformed);
            if (!(rule.get("Assertions") instanceof List<?> assertions)) {
                throw new TemplateException(malformed);
            }
            if (!rule.containsKey("RuleCondition") || test(rule.get("RuleCondition"), evaluator)) {
                for (Object assertion : assertions) {
                    Map<String, Object> checked = TemplateParser.object(assertion, malformed);
                    if (!test(checked.get("Assert"), evaluator)) {
                        throw new TemplateException("Template constraint error: rule " + entry.getKey() + " failed: "
                                + checked.getOrDefault("AssertDescription", checked.get("Assert")));
                    }
                }
            }
        }
    }

    private static boolean test(Object expression, Evaluator evaluator) throws TemplateException {
        if (expression instanceof Map<?, ?> map && map.size() == 1) {
            Map.Entry<?, ?> only = map.entrySet().iterator().next();
            switch (only.getKey().toString()) {
                case "Fn::Contains" -> {
                    List<?> sides = sides(only);
                    return list(sides.get(0), evaluator).contains(evaluator.value(sides.get(1)));
                }
                case "Fn::EachMemberIn" -> {
                    List<?> sides = sides(only);
                    return list(sides.get(1), evaluator).containsAll(list(sides.get(0), evaluator));
                }
                case "Fn::EachMemberEquals" -> {
                    List<?> sides = sides(only);
                    Object wanted = evaluator.value(sides.get(1));
                    return list(sides.get(0), evaluator).stream().allMatch(wanted::equals);
                }
                case "Fn::RefAll", "Fn::ValueOf", "Fn::ValueOfAll" ->
                    throw new TemplateException("Template error: " + only.getKey()
                            + " asks about resources that exist in an AWS account; the local CloudFormation"
                            + " cannot answer.");
                case "Fn::Not" -> {
                    return !test(((List<?>) only.getValue()).get(0), evaluator);
                }
                case "Fn::And" -> {
                    return each((List<?>) only.getValue(), evaluator, true);
                }
                case "Fn::Or" -> {
                    return !each((List<?>) only.getValue(), evaluator, false);
                }
                default -> {
                    return evaluator.conditions().test(expression);
                }
            }
        }
        return evaluator.conditions().test(expression);
    }

    /** Whether all expressions have this value. */
    private static boolean each(List<?> expressions, Evaluator evaluator, boolean value) throws TemplateException {
        for (Object expression : expressions) {
            if (test(expression, evaluator) != value) {
                return false;
            }
        }
        return true;
    }

    private static List<?> sides(Map.Entry<?, ?> function) throws TemplateException {
        if (function.getValue() instanceof List<?> list && list.size() == 2) {
            return list;
        }
        throw new TemplateException("Template error: every " + function.getKey() + " object requires two parameters.");
    }

    private static List<?> list(Object expression, Evaluator evaluator) throws TemplateException {
        Object value = evaluator.value(expression);
        return value instanceof List<?> list ? list : List.of(value);
    }
}
