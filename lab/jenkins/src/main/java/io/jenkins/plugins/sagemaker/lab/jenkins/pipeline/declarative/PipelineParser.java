package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads the sections of a {@code pipeline} block. The sentences about what is wrong are Jenkins' own. */
final class PipelineParser {

    /** Sections of early versions, and what became of them. */
    private static final Map<String, String> RENAMED = Map.of(
            "properties", "The ‘properties’ section has been renamed as of version 0.8. Use ‘options’ instead.",
            "wrappers", "The 'wrappers' section has been removed as of version 0.8. Use 'options' instead.",
            "jobProperties",
                    "The ‘jobProperties’ section has been renamed as of version 0.7. Use ‘properties’ instead.",
            "notifications",
                    "The ‘notifications’ section has been removed as of version 0.6. Use ‘post’ for all post-build actions.",
            "postBuild",
                    "The ‘postBuild’ section has been renamed as of version 0.6. Use ‘post’ for all post-build actions.");

    private final Problems problems;
    private final SectionParser sections;

    PipelineParser(Problems problems) {
        this.problems = problems;
        this.sections = new SectionParser(problems);
    }

    MapExpression parse(Call pipeline) {
        MapExpression model = Literal.map();
        Set<String> seen = new HashSet<>();
        for (Statement statement : pipeline.statements()) {
            Call section = Call.of(statement);
            if (section == null) {
                problems.add(
                        statement,
                        "Not a valid section definition: \"" + problems.text(statement)
                                + "\". Some extra configuration is required.");
                continue;
            }
            if (!seen.add(section.name())) {
                problems.add(statement, "Multiple occurrences of the " + section.name() + " section");
            }
            section(section, model);
        }
        for (String required : new String[] {"stages", "agent"}) {
            if (!seen.contains(required)) {
                problems.add(pipeline.expression(), "Missing required section \"" + required + "\"");
            }
        }
        return model;
    }

    private void section(Call section, MapExpression model) {
        switch (section.name()) {
            case "agent" -> Literal.put(model, "agent", sections.agent(section));
            case "stages" -> Literal.put(model, "stages", new StagesParser(problems).stages(section, false));
            case "environment" -> Literal.put(model, "environment", new EnvironmentParser(problems).parse(section));
            case "options" -> new OptionsParser(problems, false).parse(section, model);
            case "parameters" -> Literal.put(model, "parameters", sections.parameters(section));
            case "post" -> Literal.put(model, "post", sections.post(section));
            case "tools" -> Literal.put(model, "tools", sections.tools(section));
            case "triggers" -> sections.triggers(section);
            case "libraries" -> Literal.put(model, "libraries", sections.libraries(section));
            default ->
                problems.add(
                        section.expression(),
                        RENAMED.getOrDefault(section.name(), "Undefined section \"" + section.name() + "\""));
        }
    }
}
