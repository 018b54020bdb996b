package io.jenkins.plugins.sagemaker.jenkins.step;

import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/**
 * The arguments of a step that are Groovy maps in a Pipeline and lists of {@link NamedValue} in the step, as only lists of structs can be shown
 * in a form.
 */
final class MapArguments {

    private final DescribableModel<?> model;

    MapArguments(Class<?> step) {
        this.model = DescribableModel.of(step);
    }

    /** From a Pipeline to the step. Of what is no map, the step itself tells the user. */
    Map<String, Object> toLists(Map<String, Object> arguments) {
        Map<String, Object> converted = new LinkedHashMap<>(arguments);
        converted.replaceAll((name, value) -> isMap(name) ? list(value) : value);
        return converted;
    }

    /** From the step to a Pipeline. */
    UninstantiatedDescribable toMaps(UninstantiatedDescribable step) {
        Map<String, Object> converted = new LinkedHashMap<>(step.getArguments());
        converted.replaceAll((name, value) -> isMap(name) && value instanceof List<?> list ? map(list) : value);
        return step.withArguments(converted);
    }

    private boolean isMap(String argument) {
        DescribableParameter parameter = model.getParameter(argument);
        return parameter != null
                && parameter.getRawType() instanceof ParameterizedType type
                && type.getActualTypeArguments()[0] == NamedValue.class;
    }

    private static Object list(Object given) {
        if (given == null || given instanceof List) {
            return given;
        }
        List<Object> list = new ArrayList<>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (value != null) {
                    list.add(namedValue(String.valueOf(name), value));
                }
            });
        } else {
            list.add(namedValue("", given));
        }
        return list;
    }

    private static Map<String, Object> namedValue(String name, Object value) {
        return Map.of("name", name, "value", String.valueOf(value));
    }

    private static Object map(List<?> list) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Object one : list) {
            if (!(one instanceof UninstantiatedDescribable entry)
                    || !(entry.getArguments().get("name") instanceof String name)) {
                return list;
            }
            map.put(name, entry.getArguments().get("value"));
        }
        return map.size() == list.size() ? map : list;
    }
}
