package io.jenkins.plugins.sagemaker.endpointtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Predictions of classes. Precision, recall and F1 are plain means over all classes that occur as label or as prediction, a class without
 * any counting 0 (macro averages as scikit-learn takes them). Log loss is the mean of {@code -ln p}, p being the probability that the
 * model gave the right class, at least 1e-15. AUC is the area under the ROC curve for two classes, ties counting half.
 */
final class ClassTally implements QualityTally {

    private static final long serialVersionUID = 1L;
    private static final double LEAST_PROBABILITY = 1e-15;

    private final String positive;
    private final TreeMap<String, TreeMap<String, Integer>> confusion = new TreeMap<>();
    private final List<Double> positiveScores = new ArrayList<>();
    private final List<Double> negativeScores = new ArrayList<>();
    private int count;
    private int right;
    private int withProbability;
    private double lossSum;

    /** @param positive the class whose score the AUC goes by; null if there are not exactly two classes */
    ClassTally(String positive) {
        this.positive = positive;
    }

    @Override
    public ClassTally copy() {
        ClassTally copy = new ClassTally(positive);
        confusion.forEach((actual, row) -> copy.confusion.put(actual, new TreeMap<>(row)));
        copy.positiveScores.addAll(positiveScores);
        copy.negativeScores.addAll(negativeScores);
        copy.count = count;
        copy.right = right;
        copy.withProbability = withProbability;
        copy.lossSum = lossSum;
        return copy;
    }

    @Override
    public String add(String actual, Prediction prediction) {
        if (prediction.ranking().isEmpty()) {
            throw new IllegalArgumentException("names no class");
        }
        count++;
        confusion.computeIfAbsent(actual, x -> new TreeMap<>()).merge(prediction.label(), 1, Integer::sum);
        double p = prediction.probability(actual);
        if (!Double.isNaN(p)) {
            withProbability++;
            lossSum -= Math.log(Math.max(p, LEAST_PROBABILITY));
        }
        if (positive != null) {
            double score = prediction.probability(positive);
            if (!Double.isNaN(score)) {
                (actual.equals(positive) ? positiveScores : negativeScores).add(score);
            }
        }
        if (prediction.label().equals(actual)) {
            right++;
            return "";
        }
        return "expected " + actual + ", but the answer was " + prediction;
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        if (count > 0) {
            metrics.put("accuracy", right / (double) count);
            metrics.put("precision", macro(this::precision));
            metrics.put("recall", macro(this::recall));
            metrics.put("f1", macro(this::f1));
            if (withProbability == count) {
                metrics.put("logLoss", lossSum / count);
            }
            if (hasAuc()) {
                metrics.put("auc", auc());
            }
        }
        return metrics;
    }

    @Override
    public String whyNot(String metric) {
        return switch (metric) {
            case "logLoss" -> "not every answer gave the probabilities of the classes";
            case "auc" ->
                positive == null
                        ? "it is for exactly two classes"
                        : "not every answer gave the probabilities of the classes, or one of the classes never occurs";
            default -> "there was no usable answer";
        };
    }

    /** The wrong predictions by kind, the most frequent first: {@code 8 taken for 1 (12 times)}. */
    List<String> confusions(int most) {
        record Kind(String actual, String predicted, int times) {}
        return confusion.entrySet().stream()
                .flatMap(row -> row.getValue().entrySet().stream()
                        .map(cell -> new Kind(row.getKey(), cell.getKey(), cell.getValue())))
                .filter(kind -> !kind.actual().equals(kind.predicted()))
                .sorted((a, b) -> Integer.compare(b.times(), a.times()))
                .limit(most)
                .map(kind -> kind.actual() + " taken for " + kind.predicted() + " ("
                        + (kind.times() == 1 ? "once" : kind.times() + " times") + ")")
                .toList();
    }

    int right() {
        return right;
    }

    private double macro(ToDoubleFunction<String> ofOneClass) {
        var classes = new TreeSet<>(confusion.keySet());
        confusion.values().forEach(row -> classes.addAll(row.keySet()));
        return classes.stream().mapToDouble(ofOneClass).average().orElse(0);
    }

    private double precision(String label) {
        return ratio(hits(label), predicted(label));
    }

    private double recall(String label) {
        return ratio(hits(label), occurring(label));
    }

    private double f1(String label) {
        return ratio(2 * hits(label), predicted(label) + occurring(label));
    }

    private int hits(String label) {
        return confusion.getOrDefault(label, new TreeMap<>()).getOrDefault(label, 0);
    }

    private int predicted(String label) {
        return confusion.values().stream()
                .mapToInt(row -> row.getOrDefault(label, 0))
                .sum();
    }

    private int occurring(String label) {
        return confusion.getOrDefault(label, new TreeMap<>()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }

    private boolean hasAuc() {
        return positive != null
                && !positiveScores.isEmpty()
                && !negativeScores.isEmpty()
                && positiveScores.size() + negativeScores.size() == count;
    }

    /** The share of pairs of a positive and a negative that the scores put in the right order (Mann-Whitney). */
    private double auc() {
        double[] negatives = negativeScores.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double[] positives = positiveScores.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double ordered = 0;
        int below = 0;
        int upTo = 0;
        for (double score : positives) {
            while (below < negatives.length && negatives[below] < score) {
                below++;
            }
            upTo = Math.max(upTo, below);
            while (upTo < negatives.length && Double.compare(negatives[upTo], score) == 0) {
                upTo++;
            }
            ordered += below + (upTo - below) / 2.0;
        }
        return ordered / ((double) positives.length * negatives.length);
    }
}
