package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which resource needs which others first. */
public final class ResourceGraph {

    private ResourceGraph() {}

    /**
     * The dependencies of every resource that exists under the evaluator's conditions, by logical id in the template's order.
     *
     * @param evaluator null for a graph of all resources, whatever the conditions
     * @throws TemplateException if resources depend on each other in a circle
     */
    public static Map<String, Set<String>> of(Template template, Evaluator evaluator) throws TemplateException {
        Map<String, Set<String>> graph = new LinkedHashMap<>();
        for (ResourceDefinition resource : template.resources().values()) {
            if (evaluator == null || evaluator.holds(resource.condition())) {
                graph.put(resource.logicalId(), new LinkedHashSet<>(resource.dependsOn()));
            }
        }
        for (Map.Entry<String, Set<String>> node : graph.entrySet()) {
            for (Reference reference :
                    References.of(template.resources().get(node.getKey()).properties(), evaluator)) {
                node.getValue().add(reference.name());
            }
            node.getValue().retainAll(graph.keySet());
        }
        refuseCircles(graph);
        return graph;
    }

    /** The same edges the other way round: which resources need this one. */
    public static Map<String, Set<String>> reversed(Map<String, Set<String>> graph) {
        Map<String, Set<String>> reversed = new LinkedHashMap<>();
        graph.keySet().forEach(id -> reversed.put(id, new LinkedHashSet<>()));
        graph.forEach((id, needs) -> needs.forEach(need ->
                reversed.computeIfAbsent(need, none -> new LinkedHashSet<>()).add(id)));
        return reversed;
    }

    private static void refuseCircles(Map<String, Set<String>> graph) throws TemplateException {
        Set<String> left = new LinkedHashSet<>(graph.keySet());
        Map<String, Set<String>> reversed = reversed(graph);
        boolean pruned = true;
        while (pruned) {
            Set<String> outside = new HashSet<>();
            for (String id : left) {
                if (disjoint(graph.get(id), left) || disjoint(reversed.get(id), left)) {
                    outside.add(id);
                }
            }
            pruned = left.removeAll(outside);
        }
        if (!left.isEmpty()) {
            throw new TemplateException("Circular dependency between resources: " + left);
        }
    }

    private static boolean disjoint(Set<String> some, Set<String> others) {
        return some.stream().noneMatch(others::contains);
    }
}
