package io.jenkins.plugins.sagemaker.training;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a metric must reach, written as {@code validation:accuracy >= 0.9}. */
public record MetricThreshold(String metric, String operator, double bound) implements Serializable {

    private static final Pattern FORM = Pattern.compile(
            "\\s*([^\\s<>=]+)\\s*(>=|<=|==|>|<)\\s*([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)\\s*");

    /** @throws IllegalArgumentException with a sentence that shows the form */
    public static MetricThreshold parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches() || Double.isInfinite(Double.parseDouble(m.group(3)))) {
            throw new IllegalArgumentException(
                    "A threshold in metricThresholds has the form 'validation:accuracy >= 0.9' (with >=, >, <=, < or ==), not: "
                            + text);
        }
        return new MetricThreshold(m.group(1), m.group(2), Double.parseDouble(m.group(3)));
    }

    /** What is wrong with the metrics, in a sentence, or nothing. A metric that is missing or not a number misses every threshold. */
    public Optional<String> missedBy(Map<String, Double> metrics) {
        Double value = metrics.get(metric);
        if (value == null) {
            return Optional.of("the metric " + metric + " is missing; "
                    + (metrics.isEmpty()
                            ? "the job has reported none"
                            : "there are " + String.join(", ", metrics.keySet())));
        }
        boolean met =
                switch (operator) {
                    case ">=" -> value >= bound;
                    case ">" -> value > bound;
                    case "<=" -> value <= bound;
                    case "<" -> value < bound;
                    default -> value >= bound && value <= bound;
                };
        return met ? Optional.empty() : Optional.of(metric + " is " + value + ", not " + operator + " " + number());
    }

    private String number() {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }

    @Override
    public String toString() {
        return metric + " " + operator + " " + number();
    }
}
