package io.jenkins.plugins.sagemaker.training;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a definition is prepared.
 *
 * @param isRead whether the request file has been read
 * @param file what is in it, kept since the file may change or go; empty if there is none
 * @param isChecked whether everything has been looked at beforehand
 * @param staged S3 location of each channel that was uploaded, and of the code
 */
public record Prepared(boolean isRead, Map<String, Object> file, boolean isChecked, Map<String, String> staged)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Nothing is done yet. */
    public static final Prepared NOTHING = new Prepared(false, Map.of(), false, Map.of());

    public Prepared {
        staged = Map.copyOf(staged);
    }

    Prepared read(Map<String, Object> members) {
        return new Prepared(true, members, isChecked, staged);
    }

    Prepared checked() {
        return new Prepared(isRead, file, true, staged);
    }

    Prepared staged(String channel, String location) {
        Map<String, String> all = new LinkedHashMap<>(staged);
        all.put(channel, location);
        return new Prepared(isRead, file, isChecked, all);
    }
}
