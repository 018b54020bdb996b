package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import hudson.model.Describable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.runtime.MethodRankHelper;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** Checks the steps of a block: they are nothing but steps, and their named arguments are there. */
final class StepsChecker {

    private final Problems problems;

    StepsChecker(Problems problems) {
        this.problems = problems;
    }

    void check(ClosureExpression block) {
        for (Statement statement : Call.statements(block)) {
            Call step = Call.of(statement);
            if (step != null) {
                checkArguments(step);
                if (step.block() != null && !step.name().equals("script")) {
                    check(step.block());
                }
            } else if (Call.expression(statement) instanceof MethodCallExpression) {
                problems.add(statement, "Method calls on objects not allowed outside \"script\" blocks.");
            } else {
                problems.add(statement, "Expected a step");
            }
        }
    }

    /** The names of the arguments of a step that is known; what runs later is left to its own check. */
    void checkArguments(Call step) {
        StepDescriptor d = StepDescriptor.byFunctionName(step.name());
        MapExpression named = step.named();
        if (d == null || named == null || named.getMapEntryExpressions().isEmpty()) {
            return;
        }
        DescribableModel<?> model = model(d);
        if (model == null || model.getParameters().isEmpty() || isValueOfTheOnlyOne(model, named)) {
            return;
        }
        Set<String> given = new HashSet<>();
        for (MapEntryExpression entry : named.getMapEntryExpressions()) {
            if (entry.getKeyExpression() instanceof ConstantExpression key) {
                String name = String.valueOf(key.getValue());
                given.add(name);
                if (model.getParameter(name) == null) {
                    problems.add(
                            entry.getKeyExpression(),
                            "Invalid parameter \"" + name + "\", did you mean \"" + nearest(name, model) + "\"?");
                }
            }
        }
        if (problems.any()) {
            return;
        }
        for (DescribableParameter parameter : model.getParameters()) {
            if (parameter.isRequired() && !given.contains(parameter.getName())) {
                problems.add(step.expression(), "Missing required parameter: \"" + parameter.getName() + "\"");
            }
        }
    }

    private static DescribableModel<?> model(StepDescriptor d) {
        try {
            return DescribableModel.of(d.clazz);
        } catch (IllegalArgumentException buildsItselfFromAnyMap) {
            return null;
        }
    }

    /** A map may be the whole value of a step's only argument, as with {@code checkout}. */
    private static boolean isValueOfTheOnlyOne(DescribableModel<?> model, MapExpression named) {
        DescribableParameter sole = model.getSoleRequiredParameter();
        if (sole == null) {
            return false;
        }
        boolean takesMaps =
                Describable.class.isAssignableFrom(sole.getErasedType()) || sole.getErasedType() == Object.class;
        return takesMaps
                && named.getMapEntryExpressions().stream()
                        .noneMatch(entry ->
                                sole.getName().equals(entry.getKeyExpression().getText()));
    }

    private static String nearest(String name, DescribableModel<?> model) {
        return model.getParameters().stream()
                .map(DescribableParameter::getName)
                .min(Comparator.comparingInt(
                        known -> MethodRankHelper.damerauLevenshteinDistance(name.split(""), known.split(""))))
                .orElseThrow();
    }
}
