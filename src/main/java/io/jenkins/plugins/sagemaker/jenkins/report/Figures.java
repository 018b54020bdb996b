package io.jenkins.plugins.sagemaker.jenkins.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The result of a step, as persons read it: labels in words, numbers of few digits, no addresses of programs. */
final class Figures {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    /** What {@code modelDataUrl} and its like are in words. */
    private static final Map<String, String> LABELS = Map.of(
            "modelDataUrl", "Model",
            "hyperParameters", "Hyperparameters",
            "tunedHyperParameters", "Tuned hyperparameters",
            "total", "Checks",
            "failed", "Failed checks",
            "latency", "Latency (ms)",
            "throughput", "Answers per second",
            "endpointConfigName", "Endpoint configuration",
            "previousEndpointConfigName", "Previous endpoint configuration");

    /** What would say the same again, in more words. */
    private static final Set<String> LEFT_OUT = Set.of("secondaryStatus", "bestTrainingJob");

    private Figures() {}

    /** Members of the result that have something to say; a map in it becomes one text. */
    static Map<String, String> of(Map<?, ?> result) {
        Map<String, String> figures = new LinkedHashMap<>();
        result.forEach((member, value) -> {
            String text = value instanceof Map<?, ?> inner ? together(inner) : text(value);
            if (!text.isEmpty() && !LEFT_OUT.contains(String.valueOf(member))) {
                figures.put(label(String.valueOf(member)), text);
            }
        });
        return figures;
    }

    private static String together(Map<?, ?> inner) {
        return inner.entrySet().stream()
                .filter(entry -> !text(entry.getValue()).isEmpty())
                .map(entry -> entry.getKey() + " " + text(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Empty for what is not shown. */
    private static String text(Object value) {
        if (value instanceof String s) {
            return s.startsWith("https://") || s.startsWith("arn:") ? "" : s;
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? digits(number) : number.toString();
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : "";
    }

    /** At most four significant digits, but all before the point; no exponent for everyday sizes. */
    private static String digits(double number) {
        boolean small = Math.abs(number) < 1000;
        BigDecimal exact = BigDecimal.valueOf(number);
        BigDecimal rounded = small ? exact.round(FOUR_DIGITS) : exact.setScale(0, RoundingMode.HALF_UP);
        BigDecimal shown = rounded.stripTrailingZeros();
        return small && shown.scale() > 9 || shown.scale() < -15 ? shown.toString() : shown.toPlainString();
    }

    private static String label(String member) {
        String words = member.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return LABELS.getOrDefault(member, capitalized(words));
    }

    /** As the beginning of a line. */
    static String capitalized(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
