package io.jenkins.plugins.sagemaker.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Turns a document in the shape of the AWS API ({@code {"TrainingJobName": "x", "ResourceConfig": {...}}}, as the AWS CLI takes it) into a
 * request of the SDK, by the SDK's own description of its classes. So every member of an API can be set, also one that no step names.
 */
public final class ApiShape {

    private ApiShape() {}

    /**
     * Fills the request's builder.
     *
     * @throws IllegalArgumentException with a sentence that names the path of an unknown member or of a value of the wrong kind
     */
    public static <B extends SdkBuilder<B, T> & SdkPojo, T> T fill(B builder, Map<String, ?> document) {
        fill((SdkPojo) builder, document, "");
        return builder.build();
    }

    private static void fill(SdkPojo builder, Map<?, ?> document, String path) {
        Map<String, SdkField<?>> fields = new LinkedHashMap<>();
        builder.sdkFields().forEach(f -> fields.put(f.memberName(), f));
        document.forEach((name, value) -> {
            String member = path + name;
            SdkField<?> field = fields.get(String.valueOf(name));
            if (field == null) {
                throw new IllegalArgumentException("There is no member " + member + " in the API; the members"
                        + (path.isEmpty() ? "" : " of " + path.substring(0, path.length() - 1)) + " are "
                        + String.join(", ", fields.keySet()));
            }
            if (value != null) {
                field.set(builder, convert(field, value, member));
            }
        });
    }

    private static Object convert(SdkField<?> field, Object value, String path) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            return pojo(field.constructor(), expect(Map.class, "an object", value, path), path + ".");
        }
        if (type == MarshallingType.LIST) {
            SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
            List<Object> list = new ArrayList<>();
            for (Object one : expect(Collection.class, "a list", value, path)) {
                list.add(convert(element, one, path + "[" + list.size() + "]"));
            }
            return list;
        }
        if (type == MarshallingType.MAP) {
            SdkField<?> element = field.getTrait(MapTrait.class).valueFieldInfo();
            Map<String, Object> map = new LinkedHashMap<>();
            ((Map<?, ?>) expect(Map.class, "an object", value, path))
                    .forEach((k, v) -> map.put(String.valueOf(k), convert(element, v, path + "." + k)));
            return map;
        }
        return scalar(type, value, path);
    }

    private static Object pojo(Supplier<SdkPojo> constructor, Map<?, ?> document, String path) {
        SdkPojo builder = constructor.get();
        fill(builder, document, path);
        return ((SdkBuilder<?, ?>) builder).build();
    }

    private static Object scalar(MarshallingType<?> type, Object value, String path) {
        if (value instanceof Map || value instanceof Collection) {
            throw wrong("a single value", value, path);
        }
        String text = String.valueOf(value);
        try {
            if (type == MarshallingType.STRING) {
                return text;
            } else if (type == MarshallingType.INTEGER) {
                return Integer.valueOf(text);
            } else if (type == MarshallingType.LONG) {
                return Long.valueOf(text);
            } else if (type == MarshallingType.DOUBLE) {
                return Double.valueOf(text);
            } else if (type == MarshallingType.FLOAT) {
                return Float.valueOf(text);
            } else if (type == MarshallingType.BOOLEAN && text.matches("(?i)true|false")) {
                return Boolean.valueOf(text);
            } else if (type == MarshallingType.INSTANT) {
                return Instant.parse(text);
            }
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new IllegalArgumentException(wrong(words(type), value, path).getMessage(), e);
        }
        throw wrong(words(type), value, path);
    }

    private static String words(MarshallingType<?> type) {
        if (type == MarshallingType.INTEGER || type == MarshallingType.LONG) {
            return "a whole number";
        } else if (type == MarshallingType.DOUBLE || type == MarshallingType.FLOAT) {
            return "a number";
        } else if (type == MarshallingType.BOOLEAN) {
            return "true or false";
        } else if (type == MarshallingType.INSTANT) {
            return "a time such as 2026-01-31T12:00:00Z";
        }
        return "of another type (" + type + ", which cannot be given here)";
    }

    private static <T> T expect(Class<T> type, String what, Object value, String path) {
        if (!type.isInstance(value)) {
            throw wrong(what, value, path);
        }
        return type.cast(value);
    }

    private static IllegalArgumentException wrong(String expected, Object value, String path) {
        return new IllegalArgumentException(path + " must be " + expected + ", not: " + value);
    }
}
