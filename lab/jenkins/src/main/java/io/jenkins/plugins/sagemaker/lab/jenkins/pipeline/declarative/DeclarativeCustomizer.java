package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import java.util.List;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Replaces the block of {@code pipeline} by what it says, as data; before names are resolved, so that they all are. */
public final class DeclarativeCustomizer extends CompilationCustomizer {

    static final String PIPELINE = "pipeline";

    public DeclarativeCustomizer() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (!type.isScriptBody()) {
            return;
        }
        var problems = new Problems(source);
        for (Statement statement : source.getAST().getStatementBlock().getStatements()) {
            Call call = Call.of(statement);
            if (call != null && call.name().equals(PIPELINE)) {
                transform(call, problems);
            } else {
                statement.visit(new Nested(problems));
            }
        }
    }

    private static void transform(Call call, Problems problems) {
        if (call.block() == null) {
            problems.add(call.expression(), "Expected a block with the \"pipeline\" step");
            return;
        }
        MapExpression model = new PipelineParser(problems).parse(call);
        if (!problems.any()) {
            call.expression().setArguments(new ArgumentListExpression(List.of(model)));
        }
    }

    /** Finds a {@code pipeline} block that stands within another one, where nobody would look at it. */
    private static final class Nested extends CodeVisitorSupport {
        private final Problems problems;

        Nested(Problems problems) {
            this.problems = problems;
        }

        @Override
        public void visitMethodCallExpression(MethodCallExpression expression) {
            Call call = Call.of(expression);
            if (call != null && call.name().equals(PIPELINE) && call.block() != null) {
                problems.add(expression, "pipeline block must be at the top-level, not within another block.");
            }
            super.visitMethodCallExpression(expression);
        }
    }
}
