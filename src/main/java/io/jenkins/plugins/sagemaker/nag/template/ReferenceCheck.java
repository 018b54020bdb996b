package io.jenkins.plugins.sagemaker.nag.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds references to nothing. Only Ref and Fn::GetAtt in Properties are looked at, through maps but not through lists;
 * a map counts as a reference only if that is its single key.
 */
final class ReferenceCheck {
    private static final int LONGEST_LIST = 500;

    private final Set<Object> known = new LinkedHashSet<>();
    private final Set<Object> dangling = new LinkedHashSet<>();
    private final List<Object> nonsense = new ArrayList<>();

    private ReferenceCheck(Map<?, ?> template) {
        known.addAll(((Map<?, ?>) template.get("Resources")).keySet());
        if (template.get("Parameters") instanceof Map<?, ?> parameters) {
            known.addAll(parameters.keySet());
        }
    }

    /**
     * Throws {@link UnreadableTemplateException} if a reference names neither a parameter nor a resource, and returns the
     * resources with a reference that names nothing because it holds no name. Strictly, it is
     * a matter of the resource that holds it, and {@link DanglingReferences} looks everywhere.
     */
    static List<Malformation> check(Map<?, ?> template, boolean strict) {
        if (strict) {
            return DanglingReferences.of(template);
        }
        var check = new ReferenceCheck(template);
        var malformations = new ArrayList<Malformation>();
        ((Map<?, ?>) template.get("Resources")).forEach((id, resource) -> {
            if (resource instanceof Map<?, ?> map) {
                check.references(map.get("Properties"));
                check.attributes(map.get("Properties"));
                for (Object name : check.nonsense) {
                    malformations.add(new Malformation(
                            RubyText.of(id),
                            TypeLine.line(map.get("Type")),
                            "a Fn::GetAtt names a resource by " + Value.of(name).shape()));
                }
                check.nonsense.clear();
            }
        });
        if (!check.dangling.isEmpty()) {
            throw new UnreadableTemplateException("No parameter or resource is called "
                    + RubyText.abbreviate(
                            String.join(
                                    ", ",
                                    check.dangling.stream().map(RubyText::of).toList()),
                            LONGEST_LIST)
                    + ", but Properties refer to it.");
        }
        return malformations;
    }

    /** A Ref inside the argument of a Fn::GetAtt is looked at too. */
    private void references(Object value) {
        for (Map<?, ?> inner : innerMaps(value)) {
            if (inner.size() == 1 && inner.get("Ref") != null) {
                reference(inner.get("Ref"));
            } else {
                references(inner);
            }
        }
    }

    private void attributes(Object value) {
        for (Map<?, ?> inner : innerMaps(value)) {
            if (inner.size() == 1 && inner.get("Fn::GetAtt") != null) {
                attribute(inner.get("Fn::GetAtt"));
            } else {
                attributes(inner);
            }
        }
    }

    private static List<Map<?, ?>> innerMaps(Object value) {
        var inner = new ArrayList<Map<?, ?>>();
        if (value instanceof Map<?, ?> map) {
            for (Object item : map.values()) {
                if (item instanceof Map<?, ?> child) {
                    inner.add(child);
                }
            }
        }
        return inner;
    }

    private void reference(Object target) {
        if (!(target instanceof String name)) {
            throw new UnreadableTemplateException("A Ref must name its target, but one holds "
                    + Value.of(target).shape() + ".");
        }
        if (!name.contains("AWS::")) {
            expect(name);
        }
    }

    private void attribute(Object target) {
        if (target instanceof List<?> parts) {
            Object first = parts.isEmpty() ? null : parts.get(0);
            if (first instanceof String || first instanceof Symbol) {
                expect(first);
            } else {
                nonsense.add(first);
            }
        } else if (target instanceof String text && text.indexOf('.') >= 0) {
            expect(text.substring(0, text.indexOf('.')));
        }
    }

    private void expect(Object name) {
        if (known.contains(name)) {
            return;
        }
        String text = RubyText.of(name);
        int dot = text.lastIndexOf('.');
        boolean ofKnown = dot > 0 && dot < text.length() - 1 && known.contains(text.substring(0, dot));
        if (!ofKnown) {
            dangling.add(name);
        }
    }
}
