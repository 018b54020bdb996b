package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;

/** Reads the axes of a {@code matrix}, and the cells that it leaves out. */
final class MatrixParser {

    private final Problems problems;
    private final SectionParser sections;

    MatrixParser(Problems problems) {
        this.problems = problems;
        this.sections = new SectionParser(problems);
    }

    ListExpression axes(Call section) {
        List<Expression> axes = new ArrayList<>();
        for (Call axis : sections.calls(section, "Expected an axis")) {
            axes.add(axis(axis, false));
        }
        if (axes.isEmpty()) {
            problems.add(section.expression(), "No axis directives specified");
        }
        return Literal.list(axes);
    }

    ListExpression excludes(Call section) {
        List<Expression> excludes = new ArrayList<>();
        for (Call exclude : sections.calls(section, "Expected a block for excludes")) {
            List<Expression> axes = new ArrayList<>();
            for (Call axis : sections.calls(exclude, "Expected a block for axis")) {
                axes.add(axis(axis, true));
            }
            excludes.add(Literal.list(axes));
        }
        if (excludes.isEmpty()) {
            problems.add(section.expression(), "No exclude directives specified");
        }
        return Literal.list(excludes);
    }

    private MapExpression axis(Call axis, boolean exclude) {
        MapExpression model = Literal.map();
        if (!axis.name().equals("axis")) {
            problems.add(axis.expression(), "Expected an axis");
            return model;
        }
        for (Call part : sections.calls(axis, "Expected a block for axis")) {
            boolean values =
                    part.name().equals("values") || exclude && part.name().equals("notValues");
            if (part.name().equals("name") && part.text() != null) {
                Literal.put(model, "name", part.sole());
            } else if (values && !part.arguments().isEmpty()) {
                Literal.put(model, part.name(), Literal.list(part.arguments()));
            } else {
                problems.add(part.expression(), "Undefined section \"" + part.name() + "\"");
            }
        }
        return model;
    }
}
