package io.jenkins.plugins.sagemaker.endpointtest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them, and texts that mean the same number as one text. */
final class Numbers {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Numbers() {}

    /** At most four significant digits, no exponent for everyday sizes. */
    static String shortly(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        return plain(new BigDecimal(value).round(FOUR_DIGITS));
    }

    /** All digits that the number has. */
    static String plain(double value) {
        return Double.isNaN(value) || Double.isInfinite(value)
                ? Double.toString(value)
                : plain(BigDecimal.valueOf(value));
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        boolean everyday = stripped.signum() == 0
                || (stripped.precision() - stripped.scale() > -5 && stripped.precision() - stripped.scale() < 16);
        return everyday ? stripped.toPlainString() : stripped.toString().toLowerCase(Locale.ROOT);
    }

    /** The label that a text means: {@code 3.0} and {@code 3} are the same class. */
    static String label(String text) {
        String trimmed = text.strip();
        return trimmed.matches("-?\\d+\\.0+") ? trimmed.substring(0, trimmed.indexOf('.')) : trimmed;
    }

    /** The number that a text means; NaN if it means none. */
    static double parse(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** @throws IllegalArgumentException with a sentence for the user if it is none */
    static void checkTolerance(double tolerance) {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("tolerance must be 0 or more, but is " + tolerance + ".");
        }
    }
}
