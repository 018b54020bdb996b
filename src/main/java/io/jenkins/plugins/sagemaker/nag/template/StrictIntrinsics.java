package io.jenkins.plugins.sagemaker.nag.template;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Functions as CloudFormation works them out, where cfn_nag does not: AWS::NoValue takes its property away, a Fn::Sub or
 * Fn::Join of nothing but one reference is that reference, and one among other text leaves {@code ${Name.Attribute}} and
 * not the printed form of a Ruby map.
 */
final class StrictIntrinsics extends Intrinsics {
    private static final String NO_VALUE = "AWS::NoValue";
    private static final Set<String> DOCUMENTS = Set.of("policyDocument", "assumeRolePolicyDocument", "keyPolicy");

    private final Parameters parameters;

    StrictIntrinsics(Parameters parameters, Map<Object, Object> mappings, Map<Object, Boolean> conditions) {
        super(parameters, mappings, conditions);
        this.parameters = parameters;
    }

    @Override
    boolean isStrict() {
        return true;
    }

    /** Null for AWS::NoValue. */
    @Override
    Object resolve(Object value) {
        if (value instanceof List<?> list) {
            var kept = new ArrayList<>(list.size());
            for (Object item : list) {
                Object resolved = resolve(item);
                if (resolved != null || item == null) {
                    kept.add(resolved);
                }
            }
            return kept;
        }
        if (value instanceof Map<?, ?> map) {
            return isNoValue(map) ? null : withoutEmptied(map, super.resolve(map));
        }
        return super.resolve(value);
    }

    @Override
    Object resolveProperty(String attribute, Object value) {
        Object resolved = resolve(value);
        return DOCUMENTS.contains(attribute) ? document(resolved) : resolved;
    }

    /** A policy document may be written as JSON in a text. */
    private static Object document(Object value) {
        if (value instanceof String text && text.stripLeading().startsWith("{")) {
            try {
                return JsonReader.values(text);
            } catch (IOException notJson) {
                return value;
            }
        }
        return value;
    }

    private static boolean isNoValue(Map<?, ?> map) {
        return map.size() == 1 && NO_VALUE.equals(map.get("Ref"));
    }

    private static Object withoutEmptied(Map<?, ?> written, Object resolved) {
        if (!(resolved instanceof Map<?, ?> map)
                || map.values().stream().noneMatch(Objects::isNull) && !(map.get("PolicyDocument") instanceof String)) {
            return resolved;
        }
        var kept = new LinkedHashMap<Object, Object>(map);
        kept.entrySet().removeIf(entry -> entry.getValue() == null && written.get(entry.getKey()) != null);
        kept.computeIfPresent("PolicyDocument", (key, value) -> document(value));
        return kept;
    }

    @Override
    Object substitute(String text, boolean list, Object named) {
        var placeholders = new Placeholders(text);
        boolean alone = placeholders.next() && placeholders.start() == 0 && placeholders.end() == text.length();
        if (!alone) {
            return super.substitute(text, list, named);
        }
        String name = placeholders.name();
        if (list && named instanceof Map<?, ?> map && map.containsKey(name)) {
            return resolve(map.get(name));
        }
        Object value = parameters.valueOf(name);
        return value == null ? reference(name) : value;
    }

    private Object reference(String name) {
        int dot = name.indexOf('.');
        return dot > 0
                ? Map.of("Fn::GetAtt", List.of(name.substring(0, dot), name.substring(dot + 1)))
                : resolve(Map.of("Ref", name));
    }

    @Override
    Object join(List<?> items, String delimiter) {
        if (items.size() == 1) {
            return items.get(0);
        }
        return super.join(items.stream().map(StrictIntrinsics::asText).toList(), delimiter);
    }

    private static Object asText(Object item) {
        if (!(item instanceof Map<?, ?> map)) {
            return item;
        }
        if (map.get("Ref") != null) {
            return "${" + RubyText.of(map.get("Ref")) + "}";
        }
        return map.get("Fn::GetAtt") instanceof List<?> parts ? "${" + RubyText.join(parts, ".") + "}" : "${}";
    }
}
