package io.jenkins.plugins.sagemaker.nag.template;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Works out intrinsic functions as far as cfn_nag does. A reference to a parameter is replaced only if the parameter has
 * a value, GetAtt, ImportValue, Transform and Cidr stay maps, and a condition is taken for true unless a value says
 * otherwise. What the strict mode does differently is in {@link StrictIntrinsics}.
 */
class Intrinsics {

    private final Parameters parameters;
    private final Map<Object, Object> mappings;
    private final Map<Object, Boolean> conditions;
    private long characters;

    Intrinsics(Parameters parameters, Map<Object, Object> mappings, Map<Object, Boolean> conditions) {
        this.parameters = parameters;
        this.mappings = mappings;
        this.conditions = conditions;
    }

    Object resolve(Object value) {
        if (value instanceof Map<?, ?> map) {
            return resolveMap(map);
        }
        if (value instanceof List<?> list) {
            var resolved = new ArrayList<>(list.size());
            list.forEach(item -> resolved.add(resolve(item)));
            return resolved;
        }
        return value;
    }

    // The order of the tests is the original's: a map may carry more than one of these keys.
    private Object resolveMap(Map<?, ?> map) {
        if (map.containsKey("Ref")) {
            return reference(map);
        }
        if (map.containsKey("Fn::FindInMap")) {
            return findInMap(map, map.get("Fn::FindInMap"));
        }
        if (map.containsKey("Fn::If")) {
            return resolve(chosen(map.get("Fn::If")));
        }
        if (map.containsKey("Fn::Sub")) {
            return substitute(map, map.get("Fn::Sub"));
        }
        if (map.containsKey("Fn::GetAZs")) {
            return availabilityZones(map, map.get("Fn::GetAZs"));
        }
        if (map.containsKey("Fn::Split")) {
            return split(map, map.get("Fn::Split"));
        }
        if (map.containsKey("Fn::Join")) {
            return join(map, map.get("Fn::Join"));
        }
        if (map.containsKey("Fn::Base64")) {
            return resolve(map.get("Fn::Base64"));
        }
        if (map.containsKey("Fn::Select")) {
            return select(map, map.get("Fn::Select"));
        }
        if (map.containsKey("Fn::GetAtt")
                || map.containsKey("Fn::ImportValue")
                || map.containsKey("Fn::Transform")
                || map.containsKey("Fn::Cidr")) {
            return map;
        }
        var resolved = new LinkedHashMap<>();
        map.forEach((key, item) -> resolved.put(key, resolve(item)));
        return resolved;
    }

    private Object reference(Map<?, ?> map) {
        Object value = map.get("Ref") instanceof String name ? parameters.valueOf(name) : null;
        return value == null ? map : value;
    }

    private Object findInMap(Map<?, ?> call, Object argument) {
        Object map = mappings.get(argument(argument, 0));
        if (map == null) {
            return call;
        }
        Object top = resolve(argument(argument, 1));
        if (!asMap(map).containsKey(top)) {
            return call;
        }
        Object found = within(asMap(map).get(top), resolve(argument(argument, 2)));
        return found == null ? call : found;
    }

    private static Object within(Object row, Object column) {
        if (row instanceof Map<?, ?> map) {
            return map.get(column);
        }
        if (row instanceof String text && column instanceof String part) {
            return text.contains(part) ? part : null;
        }
        throw new MalformedValueException(Value.of(row).shape() + " stands where a map is expected");
    }

    /** The branch of an {@code Fn::If}; a condition that is not declared is false. */
    Object chosen(Object argument) {
        boolean holds = Boolean.TRUE.equals(conditions.get(argument(argument, 0)));
        return argument(argument, holds ? 1 : 2);
    }

    /** A property that is an {@code Fn::If} and nothing else, with every such map in its branch decided as well. */
    Object outcome(Object property) {
        return isIf(property) ? decided(property) : property;
    }

    private Object decided(Object value) {
        if (isIf(value)) {
            return decided(chosen(((Map<?, ?>) value).get("Fn::If")));
        }
        if (value instanceof Map<?, ?> map) {
            var decided = new LinkedHashMap<>();
            map.forEach((key, item) -> decided.put(key, decided(item)));
            return decided;
        }
        return value;
    }

    private static boolean isIf(Object value) {
        return value instanceof Map<?, ?> map && map.size() == 1 && map.containsKey("Fn::If");
    }

    private Object substitute(Map<?, ?> call, Object argument) {
        if (argument instanceof String text) {
            return substitute(text, false, null);
        }
        if (argument instanceof List<?> list) {
            if (argument(list, 0) instanceof String text) {
                return substitute(text, true, argument(list, 1));
            }
            throw new MalformedValueException("Fn::Sub has no text to substitute in");
        }
        return call;
    }

    /** The value of a resource's property of that name. */
    Object resolveProperty(String attribute, Object value) {
        return resolve(value);
    }

    /** Whether to see what cfn_nag does not see; then a reference to AWS::NoValue is no property at all. */
    boolean isStrict() {
        return false;
    }

    /** Puts values into the text of a Fn::Sub; {@code list} tells that it came with a map of names, if not a good one. */
    Object substitute(String text, boolean list, Object named) {
        var result = new BoundedText();
        int copied = 0;
        var placeholders = new Placeholders(text);
        while (placeholders.next()) {
            Object value = valueFor(placeholders.name(), list, named);
            if (value != null) {
                result.append(text, copied, placeholders.start()).append(RubyText.of(value));
                copied = placeholders.end();
            }
        }
        return made(result.append(text, copied, text.length()).toString());
    }

    private Object valueFor(String name, boolean list, Object named) {
        if (list && asMap(named).containsKey(name)) {
            Object resolved = resolve(asMap(named).get(name));
            return resolved instanceof String ? resolved : null;
        }
        Object value = parameters.valueOf(name);
        return value instanceof List ? null : value;
    }

    private String made(String text) {
        characters += text.length();
        BoundedText.refuseBeyond(characters);
        return text;
    }

    private Object availabilityZones(Map<?, ?> call, Object region) {
        if (!(parameters.valueOf("AWS::NumberAZs") instanceof Number zones)) {
            return call;
        }
        boolean own = "".equals(region) || Map.of("Ref", "AWS::Region").equals(region);
        String prefix = RubyText.of(own ? parameters.valueOf("AWS::Region") : region);
        var names = new ArrayList<>();
        for (char zone = 'a'; zone <= 'a' + Math.min(zones.intValue(), 25); zone++) {
            names.add(prefix + zone);
        }
        return names;
    }

    private Object split(Map<?, ?> call, Object argument) {
        if (!(resolve(argument(argument, 1)) instanceof String text)) {
            return call;
        }
        Object delimiter = argument(argument, 0);
        if (delimiter != null && !(delimiter instanceof String)) {
            throw new MalformedValueException(
                    "Fn::Split has " + Value.of(delimiter).shape() + " for a delimiter, not a text");
        }
        return RubyText.split(text, (String) delimiter);
    }

    private Object join(Map<?, ?> call, Object argument) {
        if (!(resolve(argument(argument, 1)) instanceof List<?> items)) {
            return call;
        }
        Object delimiter = argument(argument, 0);
        if (!items.isEmpty() && delimiter != null && !(delimiter instanceof String)) {
            throw new MalformedValueException(
                    "Fn::Join has " + Value.of(delimiter).shape() + " for a delimiter, not a text");
        }
        return join(items, RubyText.of(delimiter));
    }

    Object join(List<?> items, String delimiter) {
        return made(RubyText.join(items, delimiter));
    }

    private Object select(Map<?, ?> call, Object argument) {
        if (!(resolve(argument(argument, 1)) instanceof List<?> items)) {
            return call;
        }
        Object index = argument(argument, 0);
        if (index instanceof List || index instanceof Boolean || index instanceof String text && !isIndex(text)) {
            throw new MalformedValueException(
                    "Fn::Select has " + Value.of(index).shape() + " for an index, not a number");
        }
        return index instanceof Map || index == null
                ? call
                : argument(items, Value.of(index).leadingInteger().intValue());
    }

    /** CloudFormation takes an index in quotes, which the original does not. */
    private static boolean isIndex(String text) {
        return text.matches("\\s*-?\\d{1,9}\\s*");
    }

    /**
     * The n-th argument of a call, counted from the end if negative; null beyond the ends. A call with a text or an
     * integer takes its characters or bits for arguments, as Ruby's indexing does.
     */
    private static Object argument(Object arguments, int n) {
        if (arguments instanceof List<?> list) {
            int index = n < 0 ? n + list.size() : n;
            return index < 0 || index >= list.size() ? null : list.get(index);
        }
        if (arguments instanceof String text) {
            return text.codePointCount(0, text.length()) > n
                    ? Character.toString(text.codePointAt(text.offsetByCodePoints(0, n)))
                    : null;
        }
        if (arguments instanceof Long || arguments instanceof BigInteger) {
            return new BigInteger(arguments.toString()).testBit(n) ? 1L : 0L;
        }
        if (arguments instanceof Map) {
            return null;
        }
        throw new MalformedValueException(
                "A function is called with " + Value.of(arguments).shape() + ", not with a list");
    }

    private static Map<?, ?> asMap(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new MalformedValueException(Value.of(value).shape() + " stands where a map is expected");
    }
}
