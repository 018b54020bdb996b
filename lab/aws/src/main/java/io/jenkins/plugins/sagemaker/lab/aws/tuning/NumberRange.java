package io.jenkins.plugins.sagemaker.lab.aws.tuning;

import java.util.OptionalDouble;

/**
 * Numbers from a smallest to a largest one, both included.
 *
 * @param whole whether only whole numbers are meant
 */
public record NumberRange(String name, double min, double max, Scaling scaling, boolean whole) implements Dimension {

    /** From this quotient of its ends on, a range of unknown scaling is searched logarithmically. */
    private static final double ORDERS_OF_MAGNITUDE = 100;

    /** Half a step and a little less: each whole number has an equal share, and none lies outside. */
    private static final double HALF = 0.499;

    /** How a range is laid out. */
    public enum Scaling {
        LINEAR,
        LOGARITHMIC,
        /** For values close below 1, such as a momentum: 0.9, 0.99 and 0.999 are equally far apart. */
        REVERSE_LOGARITHMIC;

        double apply(double value) {
            return switch (this) {
                case LINEAR -> value;
                case LOGARITHMIC -> Math.log(value);
                case REVERSE_LOGARITHMIC -> -Math.log1p(-value);
            };
        }

        double invert(double scaled) {
            return switch (this) {
                case LINEAR -> scaled;
                case LOGARITHMIC -> Math.exp(scaled);
                case REVERSE_LOGARITHMIC -> -Math.expm1(-scaled);
            };
        }
    }

    /** The scaling that suits a range for which none is asked: logarithmic over orders of magnitude, else linear. */
    public static Scaling suitable(double min, double max) {
        return min > 0 && max / min >= ORDERS_OF_MAGNITUDE ? Scaling.LOGARITHMIC : Scaling.LINEAR;
    }

    @Override
    public String valueAt(double place) {
        double value = scaling.invert(low() + place * (high() - low()));
        double inside = Math.max(min, Math.min(max, whole ? Math.rint(value) : value));
        return whole ? Long.toString((long) inside) : Double.toString(inside);
    }

    @Override
    public OptionalDouble placeOf(String value) {
        try {
            double number = Double.parseDouble(value);
            if (number < min || number > max) {
                return OptionalDouble.empty();
            }
            double length = high() - low();
            return OptionalDouble.of(length == 0 ? 0 : (scaling.apply(number) - low()) / length);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private double low() {
        return scaling.apply(whole ? min - HALF : min);
    }

    private double high() {
        return scaling.apply(whole ? max + HALF : max);
    }
}
