package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.syntax.Types;

/** Reads {@code environment}: variables in the order in which they can be evaluated, for one may refer to another. */
final class EnvironmentParser {

    private final Problems problems;

    EnvironmentParser(Problems problems) {
        this.problems = problems;
    }

    ListExpression parse(Call section) {
        Map<String, Expression> values = new LinkedHashMap<>();
        if (section.block() == null) {
            problems.add(section.expression(), "Expected a block for environment");
            return Literal.list(List.of());
        }
        for (Statement statement : section.statements()) {
            if (Call.expression(statement) instanceof BinaryExpression assignment
                    && assignment.getOperation().getType() == Types.EQUAL) {
                variable(assignment, values);
            } else {
                problems.add(
                        statement,
                        "\"" + problems.text(statement)
                                + "\" is not a valid environment expression. Use \"key = value\" pairs with valid"
                                + " Java/shell keys.");
            }
        }
        if (values.isEmpty() && !problems.any()) {
            problems.add(section.expression(), "No variables specified for environment");
        }
        List<Expression> ordered = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        values.keySet().forEach(name -> add(name, values, done, ordered));
        return Literal.list(ordered);
    }

    private void variable(BinaryExpression assignment, Map<String, Expression> values) {
        Expression key = assignment.getLeftExpression();
        String name = key instanceof VariableExpression v ? v.getName() : problems.text(key);
        if (!name.matches("[a-zA-Z_][a-zA-Z0-9_]*")) {
            problems.add(
                    key,
                    "\"" + name + "\" is not a valid identifier and cannot be used for an environment variable."
                            + " Identifiers must start with a letter or underscore and can contain only letters,"
                            + " numbers or underscores.");
        } else if (values.containsKey(name)) {
            problems.add(key, "Duplicate environment variable name: \"" + name + "\"");
        } else {
            checkValue(assignment.getRightExpression());
            values.put(name, assignment.getRightExpression());
        }
    }

    private void checkValue(Expression value) {
        if (value instanceof BinaryExpression sum) {
            if (sum.getOperation().getType() != Types.PLUS) {
                problems.add(value, "Environment variable values can only be joined together with ‘+’s.");
            } else {
                checkPart(sum.getLeftExpression());
                checkPart(sum.getRightExpression());
            }
        } else if (!isText(value) && !(value instanceof MethodCallExpression)) {
            problems.add(
                    value,
                    "Environment variable values must either be single quoted, double quoted, or function calls.");
        }
    }

    private void checkPart(Expression part) {
        if (part instanceof BinaryExpression) {
            checkValue(part);
        } else if (!isText(part)) {
            problems.add(
                    part, "Environment variable values to be concatenated together must be single or double quoted.");
        }
    }

    private static boolean isText(Expression value) {
        return value instanceof ConstantExpression || value instanceof GStringExpression;
    }

    /** Adds a variable after those that it refers to. */
    private void add(String name, Map<String, Expression> values, Set<String> done, List<Expression> ordered) {
        if (!done.add(name)) {
            return;
        }
        Expression value = values.get(name);
        var references = new References();
        value.visit(references);
        references.names.retainAll(values.keySet());
        references.names.forEach(other -> add(other, values, done, ordered));
        MapExpression entry = Literal.map();
        Literal.put(entry, "name", Literal.of(name));
        Call call = value instanceof MethodCallExpression method ? Call.of(method) : null;
        if (call != null && call.name().equals("credentials")) {
            if (call.sole() == null || !isText(call.sole())) {
                problems.add(value, "Internal function call parameters must be strings.");
                return;
            }
            Literal.put(entry, "credentials", Literal.closure(call.sole(), value));
        } else {
            Literal.put(entry, "value", Literal.closure(value, value));
        }
        ordered.add(entry);
    }

    /** Finds {@code NAME} and {@code env.NAME}. */
    private static final class References extends CodeVisitorSupport {
        private final Set<String> names = new LinkedHashSet<>();

        @Override
        public void visitVariableExpression(VariableExpression expression) {
            names.add(expression.getName());
        }

        @Override
        public void visitPropertyExpression(PropertyExpression expression) {
            if (expression.getObjectExpression().getText().equals("env")) {
                names.add(expression.getPropertyAsString());
            }
            super.visitPropertyExpression(expression);
        }
    }
}
