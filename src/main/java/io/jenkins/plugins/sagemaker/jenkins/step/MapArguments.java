package io.jenkins.plugins.sagemaker.jenkins.step;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/**
 * The arguments of a step that are Groovy maps in a Pipeline and lists of structs with a name in the step, as only those can be shown in a form.
 */
final class MapArguments {

    /** The structs that stand for entries of a map, and what they call the entry's value. */
    private static final Map<Type, String> ENTRIES = Map.of(NamedValue.class, "value", MetricDefinition.class, "regex");

    private final DescribableModel<?> model;

    MapArguments(Class<?> step) {
        this.model = DescribableModel.of(step);
    }

    /** From a Pipeline to the step. Of what is no map, the step itself tells the user. */
    Map<String, Object> toLists(Map<String, Object> arguments) {
        Map<String, Object> converted = new LinkedHashMap<>(arguments);
        converted.replaceAll((name, value) -> entryValue(name) == null ? value : list(value, entryValue(name)));
        return converted;
    }

    /** From the step to a Pipeline. */
    UninstantiatedDescribable toMaps(UninstantiatedDescribable step) {
        Map<String, Object> converted = new LinkedHashMap<>(step.getArguments());
        converted.replaceAll((name, value) ->
                entryValue(name) != null && value instanceof List<?> list ? map(list, entryValue(name)) : value);
        return step.withArguments(converted);
    }

    /** What the entries of a map argument call their value; null if it is no map. */
    private String entryValue(String argument) {
        DescribableParameter parameter = model.getParameter(argument);
        return parameter != null && parameter.getRawType() instanceof ParameterizedType type
                ? ENTRIES.get(type.getActualTypeArguments()[0])
                : null;
    }

    private static Object list(Object given, String entryValue) {
        if (given == null || given instanceof List) {
            return given;
        }
        List<Object> list = new ArrayList<>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (value != null) {
                    list.add(entry(String.valueOf(name), entryValue, value));
                }
            });
        } else {
            list.add(entry("", entryValue, given));
        }
        return list;
    }

    private static Map<String, Object> entry(String name, String entryValue, Object value) {
        return Map.of("name", name, entryValue, String.valueOf(value));
    }

    private static Object map(List<?> list, String entryValue) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Object one : list) {
            if (!(one instanceof UninstantiatedDescribable entry)
                    || !(entry.getArguments().get("name") instanceof String name)) {
                return list;
            }
            map.put(name, entry.getArguments().get(entryValue));
        }
        return map.size() == list.size() ? map : list;
    }
}
