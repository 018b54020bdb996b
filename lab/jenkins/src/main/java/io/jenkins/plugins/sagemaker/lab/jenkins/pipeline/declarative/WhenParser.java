package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;

/** Reads {@code when}: conditions, some with conditions within. */
final class WhenParser {

    private static final Set<String> MOMENTS = Set.of("beforeAgent", "beforeInput", "beforeOptions");
    private static final Set<String> NESTING = Set.of("allOf", "anyOf", "not");
    private static final Set<String> NAMES = new TreeSet<>(Set.of(
            "allOf",
            "anyOf",
            "branch",
            "buildingTag",
            "changeRequest",
            "changelog",
            "changeset",
            "environment",
            "equals",
            "expression",
            "isRestartedRun",
            "not",
            "tag",
            "triggeredBy"));

    private final Problems problems;

    WhenParser(Problems problems) {
        this.problems = problems;
    }

    MapExpression parse(Call section) {
        MapExpression when = Literal.map();
        List<Expression> conditions = new ArrayList<>();
        for (Call condition : new SectionParser(problems).calls(section, "Expected a when condition")) {
            if (MOMENTS.contains(condition.name())) {
                if (condition.sole() instanceof ConstantExpression c && c.getValue() instanceof Boolean) {
                    Literal.put(when, condition.name(), c);
                } else {
                    problems.add(condition.expression(), "Expected a boolean with " + condition.name());
                }
            } else {
                conditions.add(condition(condition));
            }
        }
        if (conditions.isEmpty() && section.block() != null) {
            problems.add(section.expression(), "Empty when closure, remove the property or add some content.");
        }
        Literal.put(when, "conditions", Literal.list(conditions));
        return when;
    }

    private MapExpression condition(Call call) {
        MapExpression condition = Literal.map();
        Literal.put(condition, "name", Literal.of(call.name()));
        if (!NAMES.contains(call.name())) {
            problems.add(
                    call.expression(),
                    "Unknown conditional " + call.name() + ". Valid conditionals are: " + String.join(", ", NAMES));
        } else if (NESTING.contains(call.name())) {
            Literal.put(condition, "children", Literal.list(children(call)));
        } else if (call.name().equals("expression")) {
            if (call.block() == null) {
                problems.add(call.expression(), "When step without a block");
            } else {
                Literal.put(condition, "block", call.block());
            }
        } else if (call.block() != null) {
            problems.add(
                    call.expression(),
                    "No children when conditions are allowed for when condition \"" + call.name() + "\".");
        } else if (call.sole() != null) {
            Literal.put(condition, "arguments", Literal.closure(call.sole(), call.expression()));
        }
        return condition;
    }

    private List<Expression> children(Call call) {
        List<Expression> children = new ArrayList<>();
        if (!call.arguments().isEmpty()) {
            problems.add(
                    call.expression(),
                    "No additional arguments are allowed for children when condition \"" + call.name() + "\".");
        }
        for (Call child : new SectionParser(problems).calls(call, "Expected a when condition")) {
            children.add(condition(child));
        }
        if (call.name().equals("not") && children.size() != 1) {
            problems.add(call.expression(), "Nested when condition \"not\" requires exactly 1 child condition(s).");
        } else if (children.isEmpty()) {
            problems.add(
                    call.expression(),
                    "Nested when condition \"" + call.name() + "\" requires at least one child condition.");
        }
        return children;
    }
}
