package io.jenkins.plugins.sagemaker.endpointtest;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a model has said about one item.
 *
 * @param ranking the classes it considers, the likeliest first; empty for a plain number
 * @param number the number it answered; NaN if it answered none
 */
record Prediction(List<Ranked> ranking, double number) {

    private static final int SHOWN = 3;

    /**
     * One class.
     *
     * @param probability from 0 to 1; NaN if the model gave none
     */
    record Ranked(String label, double probability) {

        @Override
        public String toString() {
            return Double.isNaN(probability) ? label : label + " (" + Numbers.shortly(probability) + ")";
        }
    }

    /** The likeliest class. */
    String label() {
        return ranking.get(0).label();
    }

    /** Whether the label is among the likeliest {@code k}. */
    boolean isAmong(int k, String label) {
        return ranking.stream().limit(k).anyMatch(one -> one.label().equals(label));
    }

    /** The probability of a label; 0 if it is not ranked, NaN if the model gave no probabilities. */
    double probability(String label) {
        boolean given = ranking.stream().noneMatch(one -> Double.isNaN(one.probability()));
        return given
                ? ranking.stream()
                        .filter(one -> one.label().equals(label))
                        .mapToDouble(Ranked::probability)
                        .findFirst()
                        .orElse(0)
                : Double.NaN;
    }

    /** For messages: the likeliest classes, or the number. */
    @Override
    public String toString() {
        return ranking.isEmpty()
                ? Numbers.shortly(number)
                : ranking.stream().limit(SHOWN).map(Ranked::toString).collect(Collectors.joining(", then "));
    }
}
