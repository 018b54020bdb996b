package org.jenkinsci.plugins.structs.describable;

import groovy.lang.GString;
import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.TypeArguments;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.reflection.ReflectionCache;

/** Turns what a pipeline gives into what a property takes; by Groovy's own rules first. */
final class Coercion {
    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            boolean.class,
            Boolean.class,
            byte.class,
            Byte.class,
            short.class,
            Short.class,
            char.class,
            Character.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            float.class,
            Float.class,
            double.class,
            Double.class);

    private final TaskListener listener;

    Coercion(TaskListener listener) {
        this.listener = listener;
    }

    /** What a constructor gets for an argument that was not given. */
    static Object missing(Type type) {
        return type instanceof Class<?> c && c.isPrimitive() ? Array.get(Array.newInstance(c, 1), 0) : null;
    }

    Object coerce(String context, Type type, Object given) throws Exception {
        Class<?> erased = TypeArguments.erase(type);
        Object o =
                type instanceof Class ? ReflectionCache.getCachedClass(erased).coerceArgument(given) : given;
        if (o instanceof GString) {
            o = o.toString();
        }
        if (o instanceof List<?> list && Collection.class.isAssignableFrom(erased)) {
            return list(context, DescribableModel.element(type), list);
        }
        Class<?> boxed = BOXES.getOrDefault(erased, erased);
        if (o == null || boxed.isInstance(o)) {
            return o;
        }
        if (o instanceof UninstantiatedDescribable ud) {
            return ud.instantiate(erased, listener);
        }
        if (o instanceof Map<?, ?> map) {
            return struct(erased, map);
        }
        if (o instanceof String s) {
            return string(context, type, erased, boxed, s);
        }
        if (o instanceof List<?> list && erased.isArray()) {
            List<Object> elements = list(context, erased.getComponentType(), list);
            return elements.toArray((Object[]) Array.newInstance(erased.getComponentType(), elements.size()));
        }
        throw mismatch(context, type, o);
    }

    private static ClassCastException mismatch(String context, Type type, Object o) {
        return new ClassCastException(context + " expects " + type + " but received " + o.getClass());
    }

    private List<Object> list(String context, Type element, List<?> list) throws Exception {
        List<Object> made = new ArrayList<>(list.size());
        for (Object each : list) {
            made.add(coerce(context, element, each));
        }
        return made;
    }

    private Object struct(Class<?> erased, Map<?, ?> map) throws ClassNotFoundException {
        Map<String, Object> arguments = new LinkedHashMap<>();
        map.forEach((key, value) -> arguments.put((String) key, value));
        String name = (String) arguments.remove(DescribableModel.CLAZZ);
        return DescribableModel.of(DescribableModel.resolveClass(erased, name, null))
                .instantiate(arguments, listener);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object string(String context, Type type, Class<?> erased, Class<?> boxed, String s)
            throws Exception {
        if (erased.isEnum()) {
            return Enum.valueOf(erased.asSubclass(Enum.class), s);
        }
        if (erased == URL.class) {
            return new URL(s);
        }
        if (erased == Result.class) {
            return Result.fromString(s);
        }
        if (boxed == Character.class && s.length() == 1) {
            return s.charAt(0);
        }
        if (boxed == Boolean.class) {
            return Boolean.valueOf(s);
        }
        if (Number.class.isAssignableFrom(boxed)) {
            return number(context, boxed, s);
        }
        throw mismatch(context, type, s);
    }

    private static Object number(String context, Class<?> boxed, String s) {
        try {
            return boxed.getMethod("valueOf", String.class).invoke(null, s);
        } catch (ReflectiveOperationException e) {
            throw new ClassCastException(context + " expects " + boxed
                    + " but was unable to coerce the received value \"" + s + "\" to that type");
        }
    }
}
