package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.model.Run;
import io.jenkins.plugins.sagemaker.training.MetricGate;
import io.jenkins.plugins.sagemaker.training.MetricThreshold;
import io.jenkins.plugins.sagemaker.training.TrainingRequest;
import java.util.List;
import java.util.Objects;

/** From the arguments of a {@link JudgedStep} to the name of a job and what its model must reach. */
record JobArguments(JudgedStep step, Problems problems) {

    /**
     * The name of a job.
     *
     * @param exact as given; null to have one made
     * @param length how long SageMaker lets it be
     */
    String name(String exact, Run<?, ?> run, int length) {
        if (exact != null) {
            return exact;
        }
        String base = step.getBaseJobName() != null
                ? step.getBaseJobName()
                : run.getParent().getName();
        return TrainingRequest.uniqueName(base + "-" + run.getNumber(), length);
    }

    MetricGate gate() {
        List<String> given = step.getMetricThresholds();
        List<MetricThreshold> thresholds = (given == null ? List.<String>of() : given)
                .stream()
                        .map(one -> problems.of(() -> MetricThreshold.parse(one), null))
                        .filter(Objects::nonNull)
                        .toList();
        String result = String.valueOf(step.getThresholdResult());
        if (!List.of("FAILURE", "UNSTABLE").contains(result)) {
            problems.add("thresholdResult must be FAILURE or UNSTABLE, not: " + result);
        }
        return new MetricGate(thresholds, result.equals("FAILURE"));
    }
}
