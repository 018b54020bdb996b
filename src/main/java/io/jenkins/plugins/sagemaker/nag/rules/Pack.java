package io.jenkins.plugins.sagemaker.nag.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Rules that run only if they are asked for. */
public enum Pack {
    /** What a secure Amazon SageMaker needs; ids begin with SM. */
    SAGEMAKER;

    /** The name in arguments and options. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The pack of that name.
     *
     * @throws IllegalArgumentException if there is none; the message says which there are
     */
    public static Pack named(String label) {
        for (Pack pack : values()) {
            if (pack.label().equals(label)) {
                return pack;
            }
        }
        List<String> labels = Arrays.stream(values()).map(Pack::label).toList();
        throw new IllegalArgumentException(
                "There is no pack of rules called '" + label + "'; there is: " + String.join(", ", labels) + ".");
    }
}
