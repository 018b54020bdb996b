package io.jenkins.plugins.sagemaker.endpointtest;

import io.jenkins.plugins.sagemaker.endpointtest.Expectation.Label;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is tested, and what counts as good.
 *
 * @param endpointName as it is spelt; names are case-sensitive here
 * @param cases at most 1 000, with different names
 * @param data null for none
 * @param labels names of the model's classes in the model's order; empty if they are their numbers
 * @param answerPath a JSONPath to the prediction within an answer; empty if the answer is the prediction
 * @param metricThresholds on the predictions for the labelled data, made by {@link Metrics#threshold}
 * @param load the load, or {@link Load#NONE}
 * @param junitReport a file of the workspace to write the results to; empty for none
 * @param unstable whether a failed test makes the build unstable instead of failing it
 */
public record EndpointTestRequest(
        String endpointName,
        List<TestCase> cases,
        LabelledData data,
        List<String> labels,
        String answerPath,
        List<Threshold> metricThresholds,
        Load load,
        String junitReport,
        boolean unstable)
        implements Serializable {

    static final int MOST_CASES = 1_000;

    /** @throws IllegalArgumentException with a sentence for the user if the parts do not fit together */
    public EndpointTestRequest {
        cases = List.copyOf(cases);
        labels = List.copyOf(labels);
        metricThresholds = List.copyOf(metricThresholds);
        require(!endpointName.isBlank(), "endpointName must be given.");
        require(
                !cases.isEmpty() || data != null,
                "There is nothing to test: give cases, or a labelled data set, or both.");
        require(cases.size() <= MOST_CASES, "There are " + cases.size() + " cases; " + MOST_CASES + " is the most.");
        require(data != null || metricThresholds.isEmpty(), "metricThresholds need a labelled data set to measure on.");
        if (!answerPath.isEmpty()) {
            JsonPaths.check(answerPath);
        }
        Set<String> names = new HashSet<>();
        for (TestCase one : cases) {
            require(names.add(one.name()), "Two cases have the name '" + one.name() + "'.");
            for (Expectation expectation : one.expectations()) {
                if (expectation instanceof Label label && !labels.isEmpty()) {
                    require(
                            labels.contains(label.label()),
                            "Case '" + one.name() + "' expects the label '" + label.label()
                                    + "', which is none of the labels: " + String.join(", ", labels) + ".");
                }
            }
        }
        require(
                load.requests() == 0 || data != null || !cases.stream().allMatch(TestCase::wantsRefusal),
                "The load has nothing to send: every case wants to be refused, and there is no data set.");
        boolean classes = metricThresholds.stream().anyMatch(t -> Metrics.CLASSIFICATION.contains(t.measure()));
        boolean numbers = metricThresholds.stream().anyMatch(t -> Metrics.REGRESSION.contains(t.measure()));
        require(
                !classes || !numbers,
                "metricThresholds mix metrics of classes (" + String.join(", ", Metrics.CLASSIFICATION)
                        + ") with metrics of numbers (" + String.join(", ", Metrics.REGRESSION) + ").");
    }

    /** Whether the thresholds bound metrics of numbers; null if there are none to tell it. */
    Boolean wantsNumbers() {
        return metricThresholds.isEmpty()
                ? null
                : Metrics.REGRESSION.contains(metricThresholds.get(0).measure());
    }

    private static void require(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
