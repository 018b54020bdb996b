package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.VariableScope;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Groovy expressions, as if they had been written in the Jenkinsfile. */
final class Literal {

    private Literal() {}

    static Expression of(Object constant) {
        return new ConstantExpression(constant);
    }

    static ListExpression list(List<? extends Expression> elements) {
        return new ListExpression(new ArrayList<>(elements));
    }

    static MapExpression map() {
        return new MapExpression();
    }

    /** Adds an entry. */
    static void put(MapExpression map, String key, Expression value) {
        map.addMapEntryExpression(new MapEntryExpression(of(key), value));
    }

    /** A block that answers the value of the expression, evaluated whenever the block is called. */
    static ClosureExpression closure(Expression value, ASTNode place) {
        List<Statement> statements = new ArrayList<>(List.of(new ReturnStatement(value)));
        var closure = new ClosureExpression(Parameter.EMPTY_ARRAY, new BlockStatement(statements, new VariableScope()));
        closure.setVariableScope(new VariableScope());
        closure.setSourcePosition(place);
        closure.getCode().setSourcePosition(place);
        statements.forEach(s -> s.setSourcePosition(place));
        return closure;
    }
}
