package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a property of a resource type may be. Templates write numbers and booleans as text as they please, so a shape not only checks
 * a value but also turns it into what the service's API takes.
 */
sealed interface Shape {

    /**
     * The value as the API takes it.
     *
     * @param path where it stands, in the notation of CloudFormation's messages: {@code #/ProductionVariants/0}
     * @param problems receives what is wrong, one sentence each
     */
    Object fit(String path, Object value, List<String> problems);

    /** Anything, left as it is: policies and the like. */
    record Json() implements Shape {
        @Override
        public Object fit(String path, Object value, List<String> problems) {
            return value;
        }
    }

    /** An object whose values are text. */
    record Strings() implements Shape {
        @Override
        public Object fit(String path, Object value, List<String> problems) {
            if (!(value instanceof Map<?, ?> map)) {
                problems.add(mismatch(path, "JSONObject", value));
                return value;
            }
            Map<String, Object> fitted = new LinkedHashMap<>();
            map.forEach((key, item) -> fitted.put(key.toString(), Scalar.STRING.fit(path + "/" + key, item, problems)));
            return fitted;
        }
    }

    /** A single value. */
    enum Scalar implements Shape {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN;

        @Override
        public Object fit(String path, Object value, List<String> problems) {
            if (value instanceof Map || value instanceof List) {
                problems.add(mismatch(path, title(), value));
                return value;
            }
            String text = value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
            try {
                return switch (this) {
                    case STRING -> text;
                    case INTEGER -> Long.valueOf(text.strip());
                    case NUMBER -> number(text.strip());
                    case BOOLEAN -> bool(text.strip());
                };
            } catch (IllegalArgumentException e) {
                problems.add(mismatch(path, title(), value));
                return value;
            }
        }

        private static Object number(String text) {
            BigDecimal number = new BigDecimal(text);
            return number.scale() <= 0 ? (Object) number.longValueExact() : number;
        }

        private static Object bool(String text) {
            if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
                throw new IllegalArgumentException(text);
            }
            return Boolean.valueOf(text);
        }

        private String title() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    /** A list of values of one shape. */
    record Items(Shape item) implements Shape {
        @Override
        public Object fit(String path, Object value, List<String> problems) {
            if (!(value instanceof List<?> list)) {
                problems.add(mismatch(path, "JSONArray", value));
                return value;
            }
            List<Object> fitted = new ArrayList<>();
            for (int index = 0; index < list.size(); index++) {
                fitted.add(item.fit(path + "/" + index, list.get(index), problems));
            }
            return fitted;
        }
    }

    /** An object with known members. */
    record Structure(Map<String, Shape> members, List<String> required) implements Shape {
        @Override
        public Object fit(String path, Object value, List<String> problems) {
            if (!(value instanceof Map<?, ?> map)) {
                problems.add(mismatch(path, "JSONObject", value));
                return value;
            }
            for (String name : required) {
                if (!map.containsKey(name)) {
                    problems.add(path + ": required key [" + name + "] not found");
                }
            }
            Map<String, Object> fitted = new LinkedHashMap<>();
            map.forEach((key, item) -> {
                Shape shape = members.get(key.toString());
                if (shape == null) {
                    problems.add(path + ": extraneous key [" + key + "] is not permitted");
                } else {
                    fitted.put(key.toString(), shape.fit(path + "/" + key, item, problems));
                }
            });
            return fitted;
        }
    }

    static String mismatch(String path, String expected, Object found) {
        String kind = found instanceof Map ? "JSONObject" : found instanceof List ? "JSONArray" : "String";
        return path + ": expected type: " + expected + ", found: " + kind;
    }
}
