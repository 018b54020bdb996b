package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads stages, and the stages within them. */
final class StagesParser {

    private static final List<String> CONTENTS = List.of("steps", "stages", "parallel", "matrix");

    private final Problems problems;
    private final SectionParser sections;

    StagesParser(Problems problems) {
        this.problems = problems;
        this.sections = new SectionParser(problems);
    }

    /** The stages of a {@code stages} or {@code parallel} block. */
    ListExpression stages(Call section, boolean withinParallel) {
        List<Expression> stages = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Call stage : sections.calls(section, "Expected a stage")) {
            if (!stage.name().equals("stage")) {
                problems.add(stage.expression(), "Expected a stage");
                continue;
            }
            String name = stage.text();
            if (name == null) {
                problems.add(
                        stage.expression(),
                        stage.arguments().isEmpty()
                                ? "Expected a stage name but did not find any"
                                : "Expected string literal");
                continue;
            }
            if (!names.add(name)) {
                problems.add(stage.expression(), "Duplicate stage name: \"" + name + "\"");
            }
            if (stage.block() == null) {
                problems.add(stage.expression(), "Stage does not have a block");
                continue;
            }
            stages.add(stage(stage, name, withinParallel));
        }
        if (stages.isEmpty() && !problems.any()) {
            problems.add(section.expression(), "No stages specified");
        }
        return Literal.list(stages);
    }

    private MapExpression stage(Call stage, String name, boolean withinParallel) {
        MapExpression model = Literal.map();
        Literal.put(model, "name", Literal.of(name));
        Set<String> seen = new HashSet<>();
        for (Statement statement : stage.statements()) {
            Call section = Call.of(statement);
            if (section == null) {
                problems.add(
                        statement,
                        "Not a valid stage section definition: \"" + problems.text(statement)
                                + "\". Some extra configuration is required.");
                continue;
            }
            if (!seen.add(section.name())) {
                problems.add(statement, "Multiple occurrences of the " + section.name() + " section");
            }
            if (!content(section, model, withinParallel) && !frame(section, model)) {
                problems.add(
                        statement,
                        "Unknown stage section \"" + section.name()
                                + "\". Starting with version 0.5, steps in a stage must be in a ‘steps’ block.");
            }
        }
        checkContents(stage, name, seen, withinParallel);
        return model;
    }

    private void checkContents(Call stage, String name, Set<String> seen, boolean withinParallel) {
        long contents = CONTENTS.stream().filter(seen::contains).count();
        boolean branches = seen.contains("parallel") || seen.contains("matrix");
        if (contents == 0) {
            problems.add(
                    stage.expression(),
                    "Expected one of \"steps\", \"stages\", or \"parallel\" for stage \"" + name + "\"");
        } else if (contents > 1) {
            problems.add(
                    stage.expression(),
                    "Only one of \"matrix\", \"parallel\", \"stages\", or \"steps\" allowed for stage \"" + name
                            + "\"");
        } else if (branches && withinParallel) {
            problems.add(
                    stage.expression(),
                    "\"matrix\" or \"parallel\" cannot be nested inside another \"matrix\" or \"parallel\".");
        }
        for (String section : new String[] {"agent", "tools"}) {
            if (branches && seen.contains(section)) {
                problems.add(
                        stage.expression(),
                        "\"" + section + "\" is not allowed in stage \"" + name
                                + "\" as it contains parallel or matrix stages");
            }
        }
    }

    /** What the stage does. */
    private boolean content(Call section, MapExpression model, boolean withinParallel) {
        switch (section.name()) {
            case "steps" -> {
                if (section.block() == null) {
                    problems.add(section.expression(), "Expected a block for steps");
                } else if (section.statements().isEmpty()) {
                    problems.add(section.expression(), "No steps specified for branch");
                } else {
                    new StepsChecker(problems).check(section.block());
                    Literal.put(model, "steps", section.block());
                }
            }
            case "stages" -> Literal.put(model, "stages", stages(section, withinParallel));
            case "parallel" -> Literal.put(model, "parallel", stages(section, true));
            case "matrix" -> Literal.put(model, "matrix", matrix(section));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What is around what it does. */
    private boolean frame(Call section, MapExpression model) {
        switch (section.name()) {
            case "agent" -> Literal.put(model, "agent", sections.agent(section));
            case "environment" -> Literal.put(model, "environment", new EnvironmentParser(problems).parse(section));
            case "options" -> new OptionsParser(problems, true).parse(section, model);
            case "when" -> Literal.put(model, "when", new WhenParser(problems).parse(section));
            case "input" -> Literal.put(model, "input", sections.input(section));
            case "post" -> Literal.put(model, "post", sections.post(section));
            case "tools" -> Literal.put(model, "tools", sections.tools(section));
            case "failFast" -> {
                if (section.sole() instanceof ConstantExpression c && c.getValue() instanceof Boolean) {
                    Literal.put(model, "failFast", c);
                } else {
                    problems.add(section.expression(), "Expected a boolean with failFast");
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private MapExpression matrix(Call section) {
        MapExpression matrix = Literal.map();
        Set<String> seen = new HashSet<>();
        for (Call part : sections.calls(section, "Expected a block for matrix")) {
            seen.add(part.name());
            switch (part.name()) {
                case "axes" -> Literal.put(matrix, "axes", new MatrixParser(problems).axes(part));
                case "excludes" -> Literal.put(matrix, "excludes", new MatrixParser(problems).excludes(part));
                case "stages" -> Literal.put(matrix, "stages", stages(part, true));
                default -> {
                    if (part.name().equals("failFast") || !frame(part, matrix)) {
                        problems.add(part.expression(), "Undefined section \"" + part.name() + "\"");
                    }
                }
            }
        }
        for (String required : new String[] {"axes", "stages"}) {
            if (!seen.contains(required)) {
                problems.add(section.expression(), "Missing required section \"" + required + "\"");
            }
        }
        return matrix;
    }
}
