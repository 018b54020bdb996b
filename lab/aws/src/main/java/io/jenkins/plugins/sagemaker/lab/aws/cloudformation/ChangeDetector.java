package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.HandlerFailure;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceSchema;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceTypes;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.Evaluator;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.ResourceDefinition;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.ResourceGraph;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.TemplateException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares a stack with what a user wants it to be, resource by resource in the order of their dependencies. */
final class ChangeDetector {

    private final StackRegion region;
    private final Stack stack;
    private final StackInput wanted;
    private final Map<String, ResourceChange> changes = new LinkedHashMap<>();

    ChangeDetector(StackRegion region, Stack stack, StackInput wanted) {
        this.region = region;
        this.stack = stack;
        this.wanted = wanted;
    }

    /** The changes of resources, in the order of the template, removals last; empty if no resource changes. */
    List<ResourceChange> changes() throws TemplateException {
        PlannedLookup lookup = new PlannedLookup(region, stack, changes);
        Evaluator evaluator = lookup.evaluator(wanted);
        Map<String, Set<String>> graph = ResourceGraph.of(wanted.template(), evaluator);
        for (String logicalId : ordered(graph)) {
            ResourceDefinition definition = wanted.template().resources().get(logicalId);
            StackResource present = stack.resources.get(logicalId);
            ResourceChange change = present == null || present.physicalId == null
                    ? added(definition, evaluator)
                    : modified(definition, present, evaluator, lookup);
            if (change != null) {
                changes.put(logicalId, change);
            }
        }
        List<ResourceChange> all = new ArrayList<>();
        graph.keySet().stream().map(changes::get).filter(Objects::nonNull).forEach(all::add);
        for (StackResource present : stack.resources.values()) {
            if (!graph.containsKey(present.logicalId)) {
                all.add(removed(present));
            }
        }
        return all;
    }

    /** Whether anything differs that shows without a change of resources: outputs and the stack's own settings. */
    boolean changesOutputs() {
        return stack.input != null
                && !stack.input.template().outputs().equals(wanted.template().outputs());
    }

    /** Whether the request is the same as the one that made the stack what it is. */
    boolean isRepetition() {
        StackInput present = stack.input;
        return present != null
                && present.template().body().equals(wanted.template().body())
                && present.parameters().texts().equals(wanted.parameters().texts())
                && present.tags().equals(wanted.tags());
    }

    private static ResourceChange added(ResourceDefinition definition, Evaluator evaluator) throws TemplateException {
        return new ResourceChange(
                "Add",
                definition.logicalId(),
                null,
                definition.type(),
                List.of(),
                null,
                null,
                evaluator.properties(definition));
    }

    private static ResourceChange removed(StackResource present) {
        String action = present.deletionPolicy.startsWith("Retain") ? "Retain" : "Delete";
        return new ResourceChange(
                "Remove",
                present.logicalId,
                present.physicalId,
                present.type,
                List.of(),
                action,
                present.properties,
                null);
    }

    private ResourceChange modified(
            ResourceDefinition definition, StackResource present, Evaluator evaluator, PlannedLookup lookup)
            throws TemplateException {
        ResourceSchema schema = ResourceTypes.schema(definition.type());
        Map<String, Object> after = StackTags.added(schema, fitted(schema, definition, evaluator), wanted.tags());
        List<ResourceChange.Detail> details =
                new ChangeDetails(schema, stack.input, wanted, lookup).of(definition, present, after);
        if (details.isEmpty()) {
            return null;
        }
        ResourceChange change = new ResourceChange(
                "Modify",
                definition.logicalId(),
                present.physicalId,
                definition.type(),
                details,
                null,
                present.properties,
                after);
        if (change.replacement().equals("False")) {
            return change;
        }
        String action = definition.updateReplacePolicy().equals("Retain") ? "ReplaceAndRetain" : "ReplaceAndDelete";
        return new ResourceChange(
                change.action(),
                change.logicalId(),
                change.physicalId(),
                change.type(),
                details,
                action,
                change.before(),
                after);
    }

    /** The properties as the handler will get them. If they do not fit, the operation will tell; here they only differ. */
    private static Map<String, Object> fitted(ResourceSchema schema, ResourceDefinition definition, Evaluator evaluator)
            throws TemplateException {
        Map<String, Object> evaluated = evaluator.properties(definition);
        try {
            return schema.fit(definition.logicalId(), evaluated);
        } catch (HandlerFailure e) {
            return evaluated;
        }
    }

    private static List<String> ordered(Map<String, Set<String>> graph) {
        Set<String> order = new LinkedHashSet<>();
        graph.keySet().forEach(id -> visit(id, graph, order));
        return List.copyOf(order);
    }

    private static void visit(String id, Map<String, Set<String>> graph, Set<String> order) {
        if (!order.contains(id)) {
            graph.get(id).forEach(need -> visit(need, graph, order));
            order.add(id);
        }
    }
}
