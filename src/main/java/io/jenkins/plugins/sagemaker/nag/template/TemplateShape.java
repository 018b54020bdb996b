package io.jenkins.plugins.sagemaker.nag.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The checks that come before everything else: there are resources, each has a type, each parameter has a type, and the
 * types of {@link RequiredProperties} have what they need. A failed check makes the whole file unreadable, as in
 * cfn_nag.
 */
final class TemplateShape {
    private TemplateShape() {}

    /** Returns the root map of the template. Strictly, properties that lack are a matter of their resource. */
    static Map<Object, Object> check(Object root, Limits limits, boolean strict) {
        if (root == null || Boolean.FALSE.equals(root)) {
            throw new UnreadableTemplateException("The file is empty.");
        }
        var template = mutable(root);
        if (template == null || template.get("Resources") == null || isEmpty(template.get("Resources"))) {
            throw new UnreadableTemplateException("The file has no Resources, so it is no CloudFormation template.");
        }
        var resources = mutable(template.get("Resources"));
        if (resources == null) {
            throw new UnreadableTemplateException("Resources must be a map of logical ids and resources.");
        }
        if (resources.size() > limits.resources()) {
            throw new UnreadableTemplateException(
                    "The template has %d resources; CloudFormation takes 500.".formatted(resources.size()));
        }
        Map<?, ?> all = merged(resources);
        all.forEach((id, resource) -> checkTyped("Resource", id, resource));
        checkParameters(template.get("Parameters"));
        if (!strict) {
            all.forEach(TemplateShape::checkRequired);
        }
        return template;
    }

    private static void checkParameters(Object section) {
        if (section == null) {
            return;
        }
        var parameters = mutable(section);
        if (parameters == null) {
            throw new UnreadableTemplateException("Parameters must be a map of names and parameters.");
        }
        merged(parameters).forEach((id, parameter) -> {
            checkTyped("Parameter", id, parameter);
            if (!(parameter instanceof Map<?, ?>)
                    || !(TypeLine.value(merged(parameter).get("Type")) instanceof String)) {
                throw new UnreadableTemplateException("Parameter %s must be a map with a text as Type.".formatted(id));
            }
        });
    }

    private static void checkTyped(String kind, Object id, Object body) {
        // A list or a number is answered for on its own later; for cfn_nag it is a crash.
        boolean other = body instanceof List<?> || body instanceof Number && !(body instanceof Double);
        if (!other
                && (!(body instanceof Map<?, ?>) || TypeLine.value(merged(body).get("Type")) == null)) {
            throw new UnreadableTemplateException("%s %s has no Type.".formatted(kind, id));
        }
    }

    private static void checkRequired(Object id, Object resource) {
        if (resource instanceof Map<?, ?> && TypeLine.value(merged(resource).get("Type")) instanceof String type) {
            List<String> faults =
                    RequiredProperties.faults(type, merged(resource).get("Properties"));
            if (!faults.isEmpty()) {
                throw new UnreadableTemplateException(
                        "Resource %s (%s): %s.".formatted(id, type, String.join("; ", faults)));
            }
        }
    }

    /**
     * The map with its merge keys followed, as the validating pass reads it; the map itself if it has none. What is
     * merged wins over what stands before it.
     */
    static Map<?, ?> merged(Object value) {
        var map = (Map<?, ?>) value;
        if (!map.containsKey("<<")) {
            return map;
        }
        var merged = new LinkedHashMap<Object, Object>();
        map.forEach((key, item) -> {
            if (!"<<".equals(key)) {
                merged.put(key, item);
            } else if (item instanceof Map<?, ?> source) {
                merged.putAll(source);
            } else if (item instanceof List<?> sources && sources.stream().allMatch(source -> source instanceof Map)) {
                for (int i = sources.size() - 1; i >= 0; i--) {
                    merged.putAll((Map<?, ?>) sources.get(i));
                }
            } else {
                merged.put(key, item);
            }
        });
        return merged;
    }

    private static boolean isEmpty(Object section) {
        return section instanceof Map<?, ?> map ? map.isEmpty() : section instanceof List<?> list && list.isEmpty();
    }

    @SuppressWarnings("unchecked") // the readers make no other maps
    static Map<Object, Object> mutable(Object value) {
        return value instanceof Map ? (Map<Object, Object>) value : null;
    }
}
