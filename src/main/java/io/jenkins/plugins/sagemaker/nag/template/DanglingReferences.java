package io.jenkins.plugins.sagemaker.nag.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * References to nothing, wherever they stand in the Properties of a resource: in maps, in lists and in the text of a
 * Fn::Sub. A template with a transform is not looked at, since a transform may make the resource that lacks.
 */
final class DanglingReferences {
    private static final int LONGEST_LIST = 500;

    private final Set<Object> known = new LinkedHashSet<>();
    private final Set<String> dangling = new LinkedHashSet<>();

    private DanglingReferences(Map<?, ?> template) {
        known.addAll(((Map<?, ?>) template.get("Resources")).keySet());
        if (template.get("Parameters") instanceof Map<?, ?> parameters) {
            known.addAll(parameters.keySet());
        }
    }

    static List<Malformation> of(Map<?, ?> template) {
        var malformations = new ArrayList<Malformation>();
        if (template.get("Transform") != null) {
            return malformations;
        }
        var references = new DanglingReferences(template);
        ((Map<?, ?>) template.get("Resources")).forEach((id, body) -> {
            if (body instanceof Map<?, ?> resource) {
                references.descend(resource.get("Properties"));
                if (!references.dangling.isEmpty()) {
                    String names = RubyText.abbreviate(String.join(", ", references.dangling), LONGEST_LIST);
                    malformations.add(new Malformation(
                            RubyText.of(id),
                            TypeLine.line(resource.get("Type")),
                            "it refers to " + names + ", but there is no such parameter or resource"));
                    references.dangling.clear();
                }
            }
        });
        return malformations;
    }

    private void descend(Object value) {
        if (value instanceof List<?> list) {
            list.forEach(this::descend);
        } else if (value instanceof Map<?, ?> map) {
            if (map.size() == 1 && map.get("Ref") instanceof String name) {
                expect(name);
            } else if (map.size() == 1 && map.containsKey("Fn::GetAtt")) {
                attribute(map.get("Fn::GetAtt"));
            } else if (map.size() == 1 && map.containsKey("Fn::Sub")) {
                substitution(map.get("Fn::Sub"));
            } else {
                map.values().forEach(this::descend);
            }
        }
    }

    private void attribute(Object target) {
        Object owner = target instanceof List<?> parts && !parts.isEmpty() ? parts.get(0) : target;
        if (owner instanceof String name) {
            expect(name);
        }
    }

    private void substitution(Object argument) {
        Map<?, ?> named = Map.of();
        Object text = argument;
        if (argument instanceof List<?> list && !list.isEmpty()) {
            text = list.get(0);
            named = list.size() > 1 && list.get(1) instanceof Map<?, ?> map ? map : named;
            descend(named);
        }
        if (text instanceof String string) {
            var placeholders = new Placeholders(string);
            while (placeholders.next()) {
                if (!named.containsKey(placeholders.name())) {
                    expect(placeholders.name().strip());
                }
            }
        }
    }

    private void expect(String name) {
        String owner = name.indexOf('.') > 0 ? name.substring(0, name.indexOf('.')) : name;
        if (!name.startsWith("AWS::") && !known.contains(name) && !known.contains(owner)) {
            dangling.add(name);
        }
    }
}
