package io.jenkins.plugins.sagemaker.training;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a definition is prepared.
 *
 * @param staged S3 location of each channel that was uploaded
 */
public record Prepared(Map<String, String> staged) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Nothing is done yet. */
    public static final Prepared NOTHING = new Prepared(Map.of());

    public Prepared {
        staged = Map.copyOf(staged);
    }

    Prepared staged(String channel, String location) {
        Map<String, String> all = new LinkedHashMap<>(staged);
        all.put(channel, location);
        return new Prepared(all);
    }
}
