package io.jenkins.plugins.sagemaker.nag.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One resolved value of a template: a map, a list, a text, a number, a truth value, a date, a {@link Symbol} or nothing.
 * It answers the questions that rules ask, each as cfn_nag would. A question that makes no sense for the value's shape,
 * for which cfn_nag crashes, throws {@link MalformedValueException}.
 */
public final class Value {
    private static final int LONGEST_QUOTE = 60;
    private static final Value ABSENT = new Value(null);
    private static final Map<String, Object> NO_VALUE = Map.of("Ref", "AWS::NoValue");

    private final Object raw;

    private Value(Object raw) {
        this.raw = raw;
    }

    static Value of(Object raw) {
        return raw == null ? ABSENT : new Value(raw);
    }

    /** A text as a value; null is an absent one. */
    public static Value ofText(String text) {
        return of(text);
    }

    Object raw() {
        return raw;
    }

    /** Nothing is there, or an explicit null. */
    public boolean isAbsent() {
        return raw == null;
    }

    /** Anything but nothing and false; a Ref that could not be resolved counts as given. */
    public boolean isGiven() {
        return raw != null && !Boolean.FALSE.equals(raw);
    }

    public boolean isText() {
        return raw instanceof String;
    }

    public boolean isMap() {
        return raw instanceof Map;
    }

    public boolean isList() {
        return raw instanceof List;
    }

    public boolean isInteger() {
        return raw instanceof Long || raw instanceof BigInteger;
    }

    public boolean isNumber() {
        return raw instanceof Number;
    }

    public boolean isSymbol() {
        return raw instanceof Symbol;
    }

    /** The printed form; empty if absent. */
    public String text() {
        return RubyText.of(raw);
    }

    /** Its printed form is {@code true} in any case. A Ref is neither true nor false. */
    public boolean isTrue() {
        return !isMap() && !isList() && text().equalsIgnoreCase("true");
    }

    /** Absent, or its printed form is {@code false} in any case. */
    public boolean isFalseOrAbsent() {
        return raw == null || (!isMap() && !isList() && text().equalsIgnoreCase("false"));
    }

    /** A Ref to {@code AWS::NoValue}, which cfn_nag never takes out of the template. */
    public boolean isNoValue() {
        return NO_VALUE.equals(raw);
    }

    /** A function that could not be worked out: only the running stack knows its value. */
    public boolean isFunction() {
        return raw instanceof Map<?, ?> map
                && map.size() == 1
                && map.keySet().iterator().next() instanceof String key
                && (key.equals("Ref") || key.startsWith("Fn::"))
                && !isNoValue();
    }

    /** The same text, number or truth value, without any conversion: the text '80' is not the number 80. */
    public boolean is(Object other) {
        Object value = other instanceof Value wrapped ? wrapped.raw : other;
        if (isFinite(raw) && isFinite(value)) {
            return new BigDecimal(raw.toString()).compareTo(new BigDecimal(value.toString())) == 0;
        }
        return Objects.equals(raw, value);
    }

    private static boolean isFinite(Object number) {
        return number instanceof Double decimal ? Double.isFinite(decimal) : number instanceof Number;
    }

    /** The number, or the number that the text begins with (0 if none). */
    public BigInteger leadingInteger() {
        if (raw instanceof Double number) {
            if (!isFinite(number)) {
                throw new MalformedValueException(shape() + " stands where a number is expected");
            }
            return BigDecimal.valueOf(number).toBigInteger();
        }
        return RubyText.leadingInteger(text());
    }

    /** The member of a map. A text answers with the key if it contains it, as Ruby's texts do. */
    public Value at(String key) {
        if (raw instanceof Map<?, ?> map) {
            return of(map.get(key));
        }
        if (raw instanceof String text) {
            return of(text.contains(key) ? key : null);
        }
        if (raw instanceof Symbol symbol) {
            return of(symbol.name().contains(key) ? key : null);
        }
        throw new MalformedValueException("'%s' is looked up in %s, which is no map".formatted(key, shape()));
    }

    /** Whether a map has the key, with whatever value. */
    public boolean has(String key) {
        if (raw instanceof Map<?, ?> map) {
            return map.containsKey(key);
        }
        throw new MalformedValueException("'%s' is looked for in %s, which is no map".formatted(key, shape()));
    }

    /** The members of a list; a map's members come as pairs, each a list of key and value. */
    public List<Value> items() {
        if (raw instanceof Map<?, ?> map) {
            var pairs = new ArrayList<Value>(map.size());
            map.forEach((key, value) -> {
                var pair = new ArrayList<Object>(2);
                pair.add(key);
                pair.add(value);
                pairs.add(of(pair));
            });
            return pairs;
        }
        return listed();
    }

    /** The members of a list, or the keys of a map: what Ruby's {@code select} hands to a block of one argument. */
    public List<Value> members() {
        if (raw instanceof Map<?, ?> map) {
            var keys = new ArrayList<Value>(map.size());
            map.keySet().forEach(key -> keys.add(of(key)));
            return keys;
        }
        return listed();
    }

    private List<Value> listed() {
        if (raw instanceof List<?> list) {
            var values = new ArrayList<Value>(list.size());
            list.forEach(item -> values.add(of(item)));
            return values;
        }
        throw new MalformedValueException(shape() + " stands where a list is expected");
    }

    /** The members of a map in their order. */
    public Map<Value, Value> entries() {
        if (!(raw instanceof Map<?, ?> map)) {
            throw new MalformedValueException(shape() + " stands where a map is expected");
        }
        var entries = new LinkedHashMap<Value, Value>();
        map.forEach((key, value) -> entries.put(of(key), of(value)));
        return entries;
    }

    /** Whether a list, map or text has no member. */
    public boolean isEmpty() {
        if (raw instanceof Map<?, ?> map) {
            return map.isEmpty();
        }
        if (raw instanceof List<?> list) {
            return list.isEmpty();
        }
        if (raw instanceof String || raw instanceof Symbol) {
            return text().isEmpty();
        }
        throw new MalformedValueException(shape() + " stands where a list, a map or a text is expected");
    }

    /** What kind of value this is, for people. */
    public String shape() {
        if (raw == null) {
            return "an empty value";
        }
        if (raw instanceof Map) {
            return "a map";
        }
        if (raw instanceof List) {
            return "a list";
        }
        String kind = raw instanceof String ? "text" : "value";
        return "the %s '%s'".formatted(kind, RubyText.abbreviate(RubyText.of(raw), LONGEST_QUOTE));
    }

    /** As {@link #toString}, cut off after so many characters. */
    public String quote(int longest) {
        return RubyText.abbreviate(RubyText.inspect(raw), longest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Value value && Objects.equals(raw, value.raw);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(raw);
    }

    @Override
    public String toString() {
        return RubyText.inspect(raw);
    }
}
