package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.Evaluator;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.OutputDefinition;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Works out a stack's outputs once its resources are there, and keeps the promises of its exports. */
final class Outputs {

    private Outputs() {}

    static List<StackOutput> of(StackLookup lookup) throws TemplateException {
        Stack stack = lookup.stack;
        Evaluator evaluator = lookup.evaluator(stack.input);
        Map<String, Stack> exporters = lookup.region.exporters();
        List<StackOutput> outputs = new ArrayList<>();
        for (OutputDefinition definition : stack.input.template().outputs().values()) {
            if (!evaluator.holds(definition.condition())) {
                continue;
            }
            String export =
                    definition.exportName() == null ? null : text(definition, evaluator.value(definition.exportName()));
            Stack exporter = export == null ? null : exporters.get(export);
            if (exporter != null && exporter != stack) {
                throw new TemplateException(
                        "Export with name " + export + " is already exported by stack " + exporter.name);
            }
            String value = text(definition, evaluator.value(definition.value()));
            outputs.add(new StackOutput(definition.name(), value, definition.description(), export));
        }
        refuseBrokenPromises(lookup, outputs);
        return List.copyOf(outputs);
    }

    private static void refuseBrokenPromises(StackLookup lookup, List<StackOutput> outputs) throws TemplateException {
        for (StackOutput old : lookup.stack.outputs) {
            if (old.exportName() == null) {
                continue;
            }
            boolean kept = outputs.stream()
                    .anyMatch(output -> old.exportName().equals(output.exportName())
                            && old.value().equals(output.value()));
            List<String> importers = lookup.region.importers(old.exportName());
            if (!kept && !importers.isEmpty()) {
                throw new TemplateException("Export " + old.exportName() + " cannot be updated as it is in use by "
                        + String.join(", ", importers));
            }
        }
    }

    private static String text(OutputDefinition definition, Object value) throws TemplateException {
        if (value == null || value instanceof List || value instanceof Map) {
            throw new TemplateException("Template format error: Output " + definition.name()
                    + " is malformed. The Value field of every Outputs member must evaluate to a String.");
        }
        return Evaluator.text(value);
    }
}
