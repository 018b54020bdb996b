package io.jenkins.plugins.sagemaker.jenkins.step;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From what a user gives to what an operation takes, and from what it yields to what a Pipeline can read. */
final class Arguments {

    private Arguments() {}

    /** A list that a user has given; null if there is nothing in it. */
    static <T> List<T> given(List<T> list) {
        return list == null || list.isEmpty() ? null : List.copyOf(list);
    }

    /** Texts that a user has given, as a list or, in a form, one in each line; null if there is none. */
    static List<String> lines(List<String> texts) {
        return texts == null
                ? null
                : given(texts.stream()
                        .flatMap(String::lines)
                        .map(String::trim)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    /** A record as a map of its components, deep; what a Pipeline can read without approval and keep over a restart. */
    static Object plain(Object value) {
        if (value instanceof Record r) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (RecordComponent c : r.getClass().getRecordComponents()) {
                map.put(c.getName(), plain(read(r, c)));
            }
            return map;
        }
        if (value instanceof Map<?, ?> m) {
            Map<String, Object> map = new LinkedHashMap<>();
            m.forEach((k, v) -> map.put(String.valueOf(k), plain(v)));
            return map;
        }
        if (value instanceof Collection<?> c) {
            List<Object> list = new ArrayList<>();
            c.forEach(v -> list.add(plain(v)));
            return list;
        }
        return value instanceof Enum<?> e ? e.name() : value;
    }

    private static Object read(Record r, RecordComponent c) {
        try {
            return c.getAccessor().invoke(r);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "cannot read " + c.getName() + " of " + r.getClass().getName(), e);
        }
    }
}
