package io.jenkins.plugins.sagemaker.endpointtest;

import java.io.Serializable;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A bound that a measured value must keep, as users write it: {@code accuracy >= 0.95}.
 *
 * @param measure what is bounded
 * @param comparison how
 * @param bound the bound itself
 */
public record Threshold(String measure, Comparison comparison, double bound) implements Serializable {

    private static final Pattern FORM =
            Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_]*)\\s*(>=|<=|>|<)\\s*([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)\\s*");

    /** The four ways to bound a value. */
    public enum Comparison {
        AT_LEAST(">="),
        AT_MOST("<="),
        MORE_THAN(">"),
        LESS_THAN("<");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }
    }

    /**
     * @param known the measures that there are
     * @throws IllegalArgumentException with a sentence for the user if the text cannot be read or its measure is none of these
     */
    static Threshold parse(String text, Collection<String> known) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("The threshold '" + text + "' cannot be read. Write it like '"
                    + known.iterator().next() + " >= 0.9'.");
        }
        String measure = known.stream()
                .filter(name -> plain(name).equals(plain(form.group(1))))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The threshold '" + text + "' bounds " + form.group(1)
                        + ", which is not measured here. There are: " + String.join(", ", known) + "."));
        Comparison comparison =
                switch (form.group(2)) {
                    case ">=" -> Comparison.AT_LEAST;
                    case "<=" -> Comparison.AT_MOST;
                    case ">" -> Comparison.MORE_THAN;
                    default -> Comparison.LESS_THAN;
                };
        try {
            return new Threshold(measure, comparison, Double.parseDouble(form.group(3)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The threshold '" + text + "' has the bound " + form.group(3) + ", which is not a number.", e);
        }
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Whether the value keeps the bound; a value that is not a number never does. */
    boolean holds(double value) {
        return switch (comparison) {
            case AT_LEAST -> value >= bound;
            case AT_MOST -> value <= bound;
            case MORE_THAN -> value > bound;
            case LESS_THAN -> value < bound;
        };
    }

    @Override
    public String toString() {
        return measure + " " + comparison.sign + " " + Numbers.plain(bound);
    }
}
