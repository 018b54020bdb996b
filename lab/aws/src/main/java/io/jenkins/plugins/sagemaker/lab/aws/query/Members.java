package io.jenkins.plugins.sagemaker.lab.aws.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The members of a structure in an answer, in their order. A member that is null does not appear, as in AWS. */
public final class Members {

    private final Map<String, Object> values = new LinkedHashMap<>();

    public static Members of(String name, Object value) {
        return new Members().and(name, value);
    }

    /** Adds a member, which may be text, number, boolean, {@link java.time.Instant}, list, {@link Entries} or another structure. */
    public Members and(String name, Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** A map of the service's model, written as {@code entry} elements with {@code key} and {@code value}. */
    public record Entries(Map<String, String> values) {
        public Entries {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
