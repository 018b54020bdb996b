package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads the sections that pipelines and stages have in common. */
final class SectionParser {

    private static final Set<String> AGENTS = Set.of("any", "none");
    private static final List<String> AGENT_TYPES = List.of("any", "label", "none");
    private static final List<String> NODE_FIELDS = List.of("customWorkspace", "label", "retries");
    private static final Set<String> INPUT_FIELDS =
            Set.of("message", "id", "ok", "cancel", "submitter", "submitterParameter");

    private final Problems problems;

    SectionParser(Problems problems) {
        this.problems = problems;
    }

    /** The statements of a section's block, each a call; others are reported. */
    List<Call> calls(Call section, String otherwise) {
        List<Call> calls = new ArrayList<>();
        if (section.block() == null) {
            problems.add(section.expression(), "Expected a block for " + section.name());
            return calls;
        }
        for (Statement statement : section.statements()) {
            Call call = Call.of(statement);
            if (call == null) {
                problems.add(statement, otherwise);
            } else {
                calls.add(call);
            }
        }
        return calls;
    }

    /** {@code any}, {@code none}, or a block with a label. */
    MapExpression agent(Call section) {
        MapExpression agent = Literal.map();
        if (section.block() == null) {
            if (section.sole() instanceof VariableExpression word && AGENTS.contains(word.getName())) {
                Literal.put(agent, "type", Literal.of(word.getName()));
            } else if (section.arguments().isEmpty()) {
                problems.add(section.expression(), "No argument for agent");
            } else {
                problems.add(
                        section.expression(), "Only \"agent none\", \"agent any\" or \"agent {...}\" are allowed.");
            }
            return agent;
        }
        List<Call> types = calls(section, "Expected an agent");
        if (types.size() != 1) {
            problems.add(
                    section.expression(),
                    types.isEmpty() ? "Expected an agent" : "Only one agent type is allowed per agent section");
            return agent;
        }
        Call type = types.get(0);
        if (!type.name().equals("label") && !type.name().equals("node")) {
            problems.add(
                    type.expression(),
                    "Invalid agent type \"" + type.name() + "\" specified. Must be one of " + AGENT_TYPES);
            return agent;
        }
        Literal.put(agent, "type", Literal.of("label"));
        if (type.block() == null) {
            field(type, "label", agent);
        } else {
            for (Call field : calls(type, "Expected to find ‘someKey \"someValue\"’")) {
                if (NODE_FIELDS.contains(field.name())) {
                    field(field, field.name(), agent);
                } else {
                    problems.add(
                            field.expression(),
                            "Invalid config option \"" + field.name() + "\" for agent type \"" + type.name()
                                    + "\". Valid config options are " + NODE_FIELDS);
                }
            }
        }
        return agent;
    }

    private void field(Call field, String key, MapExpression into) {
        if (field.sole() == null) {
            problems.add(
                    field.expression(),
                    (field.arguments().isEmpty() ? "No argument for field \"" : "Too many arguments for field \"")
                            + field.name() + "\"");
        } else {
            Literal.put(into, key, Literal.closure(field.sole(), field.expression()));
        }
    }

    /** A block that answers the list of the parameters. */
    Expression parameters(Call section) {
        return describables(section, "parameter", Kinds.parameters(), "Expected a build parameter definition");
    }

    private Expression describables(Call section, String what, Set<String> known, String otherwise) {
        List<Expression> elements = new ArrayList<>();
        for (Call call : calls(section, otherwise)) {
            if (!known.contains(call.name())) {
                problems.add(call.expression(), Kinds.invalid(what, call.name(), known));
            }
            elements.add(call.expression());
        }
        if (elements.isEmpty() && section.block() != null && !problems.any()) {
            problems.add(section.expression(), section.name() + " can not be empty");
        }
        return Literal.closure(Literal.list(elements), section.expression());
    }

    /** Checked only: nothing in the lab starts builds by itself. */
    void triggers(Call section) {
        describables(section, "trigger", Kinds.TRIGGERS, "Expected a trigger");
    }

    /** The blocks by their conditions. */
    MapExpression post(Call section) {
        MapExpression post = Literal.map();
        Set<String> seen = new HashSet<>();
        if (section.block() == null) {
            problems.add(section.expression(), "Expected a block");
            return post;
        }
        for (Call condition : calls(section, "Expected a block for post")) {
            if (condition.block() == null || !PostCondition.NAMES.contains(condition.name())) {
                problems.add(
                        condition.expression(),
                        "Invalid condition \"" + condition.name() + "\" - valid conditions are " + PostCondition.NAMES);
                continue;
            }
            if (!seen.add(condition.name())) {
                problems.add(section.expression(), "Duplicate build condition name: \"" + condition.name() + "\"");
            }
            new StepsChecker(problems).check(condition.block());
            Literal.put(post, condition.name(), condition.block());
        }
        if (seen.isEmpty()) {
            problems.add(section.expression(), "post can not be empty");
        }
        return post;
    }

    /** The names of the tools, which are there already on a laptop. */
    ListExpression tools(Call section) {
        List<Expression> names = new ArrayList<>();
        for (Call tool : calls(section, "Expected to find ‘someTool \"someVersion\"’")) {
            names.add(Literal.of(tool.name()));
        }
        if (names.isEmpty()) {
            problems.add(section.expression(), "No tools specified");
        }
        return Literal.list(names);
    }

    ListExpression libraries(Call section) {
        List<Expression> names = new ArrayList<>();
        for (Call library : calls(section, "Expected a \"lib(...)\"")) {
            if (!library.name().equals("lib") || library.sole() == null) {
                problems.add(
                        library.expression(), "Expected a \"lib(...)\" but got " + problems.text(library.expression()));
            } else {
                names.add(library.sole());
            }
        }
        return Literal.list(names);
    }

    /** The question before a stage. */
    MapExpression input(Call section) {
        MapExpression input = Literal.map();
        boolean message = false;
        for (Call field : calls(section, "Expected to find ‘someKey \"someValue\"’")) {
            if (field.name().equals("parameters")) {
                Literal.put(input, "parameters", parameters(field));
            } else if (INPUT_FIELDS.contains(field.name())) {
                message |= field.name().equals("message");
                field(field, field.name(), input);
            } else {
                problems.add(field.expression(), "Not a valid field for input: \"" + field.name() + "\"");
            }
        }
        if (!message) {
            problems.add(section.expression(), "No message specified for input");
        }
        return input;
    }
}
