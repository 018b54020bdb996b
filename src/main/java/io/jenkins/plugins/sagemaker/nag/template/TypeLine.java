package io.jenkins.plugins.sagemaker.nag.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The shape that cfn_nag gives to the scalar value of <em>every</em> key named {@code Type}, at any depth: a map of
 * value and line. It is how a resource knows its line, and why a comparison such as
 * {@code DefaultAction.Type == ALLOW} never holds.
 */
final class TypeLine {
    static final String KEY = "Type";
    static final String VALUE = "value";
    static final String LINE = "line";

    private TypeLine() {}

    static Map<Object, Object> of(Object value, long line) {
        var map = new LinkedHashMap<Object, Object>();
        map.put(VALUE, value);
        map.put(LINE, line);
        return map;
    }

    /** The value of a Type key, whether it was wrapped or not. */
    static Object value(Object type) {
        return type instanceof Map<?, ?> map && map.size() == 2 && map.containsKey(LINE) ? map.get(VALUE) : type;
    }

    /** The value without any such shape inside. */
    static Object unwrapped(Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<Object, Object>();
            map.forEach((key, item) -> copy.put(key, unwrapped(KEY.equals(key) ? value(item) : item)));
            return copy;
        }
        return value instanceof List<?> list
                ? new ArrayList<Object>(list.stream().map(TypeLine::unwrapped).toList())
                : value;
    }

    /** The line of a Type key's value, 1-based; 1 if it has none. */
    static int line(Object type) {
        return type instanceof Map<?, ?> map && map.get(LINE) instanceof Long line ? line.intValue() : 1;
    }
}
