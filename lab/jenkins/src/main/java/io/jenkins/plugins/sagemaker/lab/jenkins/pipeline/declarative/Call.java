package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/**
 * A statement that calls something by its name, taken apart: {@code stage('x') { }} has a name, an argument and a block.
 *
 * @param arguments all but the block
 * @param block null where there is none
 */
record Call(String name, List<Expression> arguments, ClosureExpression block, MethodCallExpression expression) {

    /** Null where the statement is anything else. */
    static Call of(Statement statement) {
        return expression(statement) instanceof MethodCallExpression call ? of(call) : null;
    }

    static Call of(MethodCallExpression call) {
        if (!call.isImplicitThis() || call.getMethodAsString() == null) {
            return null;
        }
        List<Expression> arguments = new ArrayList<>();
        if (call.getArguments() instanceof TupleExpression tuple) {
            arguments.addAll(tuple.getExpressions());
        }
        ClosureExpression block = null;
        if (!arguments.isEmpty() && arguments.get(arguments.size() - 1) instanceof ClosureExpression last) {
            block = last;
            arguments.remove(arguments.size() - 1);
        }
        return new Call(call.getMethodAsString(), arguments, block, call);
    }

    static Expression expression(Statement statement) {
        if (statement instanceof ExpressionStatement plain) {
            return plain.getExpression();
        }
        return statement instanceof ReturnStatement last ? last.getExpression() : null;
    }

    /** The statements of the block. */
    List<Statement> statements() {
        return statements(block);
    }

    static List<Statement> statements(ClosureExpression block) {
        return block.getCode() instanceof BlockStatement code ? code.getStatements() : List.of(block.getCode());
    }

    /** The only argument; null where there are none or more. */
    Expression sole() {
        return arguments.size() == 1 ? arguments.get(0) : null;
    }

    /** The only argument, where it is a plain text; else null. */
    String text() {
        return sole() instanceof ConstantExpression constant && constant.getValue() instanceof String text
                ? text
                : null;
    }

    /** The named arguments; null where they are not named. */
    MapExpression named() {
        return sole() instanceof MapExpression map ? map : null;
    }
}
