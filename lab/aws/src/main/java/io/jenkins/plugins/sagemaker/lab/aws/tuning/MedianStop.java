package io.jenkins.plugins.sagemaker.lab.aws.tuning;

import java.util.List;

/**
 * SageMaker's documented rule for {@code TrainingJobEarlyStoppingType: Auto}
 * (docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-early-stopping.html): a training is stopped whose score is worse than the
 * median of the others' running averages up to the same epoch.
 */
public final class MedianStop implements EarlyStop {

    /** With fewer to compare with, chance would decide. */
    private static final int LEAST_OTHERS = 3;

    @Override
    public boolean isDue(List<Double> scores, List<List<Double>> others) {
        int epochs = scores.size();
        double[] averages = others.stream()
                .filter(other -> epochs > 0 && other.size() >= epochs)
                .mapToDouble(other -> other.subList(0, epochs).stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .sorted()
                .toArray();
        return averages.length >= LEAST_OTHERS && scores.get(epochs - 1) < median(averages);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
