package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;

/** Reads {@code options}: steps around everything, properties of the job, and how the Pipeline itself runs. */
final class OptionsParser {

    private final Problems problems;
    private final boolean inStage;

    OptionsParser(Problems problems, boolean inStage) {
        this.problems = problems;
        this.inStage = inStage;
    }

    /** Adds {@code wrappers}, {@code flags} and {@code properties} to the model. */
    void parse(Call section, MapExpression model) {
        List<Expression> wrappers = new ArrayList<>();
        List<Expression> properties = new ArrayList<>();
        MapExpression flags = Literal.map();
        Set<String> wrapperNames = Kinds.wrappers();
        Set<String> flagNames = inStage ? Kinds.STAGE_FLAGS : Kinds.FLAGS;
        Set<String> propertyNames = inStage ? Set.of() : Kinds.jobProperties();
        Set<String> seen = new HashSet<>();
        for (Call option : new SectionParser(problems).calls(section, "Expected an option")) {
            String name = option.name();
            if (!seen.add(name)) {
                problems.add(section.expression(), "Duplicate option name: \"" + name + "\"");
            }
            if (option.block() != null) {
                problems.add(option.expression(), "Options definitions cannot have blocks");
            } else if (wrapperNames.contains(name)) {
                wrappers.add(wrapper(option));
            } else if (flagNames.contains(name)) {
                Expression value = option.sole() == null ? Literal.of(true) : option.sole();
                Literal.put(flags, name, Literal.closure(value, option.expression()));
            } else if (propertyNames.contains(name)) {
                properties.add(option.expression());
            } else {
                Set<String> valid = new TreeSet<>(wrapperNames);
                valid.addAll(flagNames);
                valid.addAll(propertyNames);
                problems.add(option.expression(), Kinds.invalid("option", name, valid));
            }
        }
        if (seen.isEmpty() && section.block() != null) {
            problems.add(section.expression(), "options can not be empty");
        }
        Literal.put(model, "wrappers", Literal.list(wrappers));
        Literal.put(model, "flags", flags);
        if (!properties.isEmpty()) {
            Literal.put(model, "properties", Literal.closure(Literal.list(properties), section.expression()));
        }
    }

    private Expression wrapper(Call option) {
        new StepsChecker(problems).checkArguments(option);
        MapExpression wrapper = Literal.map();
        Literal.put(wrapper, "step", Literal.of(option.name()));
        if (option.sole() != null) {
            Literal.put(wrapper, "arguments", Literal.closure(option.sole(), option.expression()));
        } else if (!option.arguments().isEmpty()) {
            problems.add(option.expression(), "Arguments to \"" + option.name() + "\" must be explicitly named.");
        }
        return wrapper;
    }
}
