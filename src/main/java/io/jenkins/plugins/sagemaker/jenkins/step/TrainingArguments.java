package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.sagemaker.training.MetricThreshold;
import io.jenkins.plugins.sagemaker.training.TrainingOperation;
import io.jenkins.plugins.sagemaker.training.TrainingRequest;
import java.util.List;

/** From the arguments of {@link SageMakerTrainStep} to the operation. */
final class TrainingArguments {

    private final SageMakerTrainStep step;

    private TrainingArguments(SageMakerTrainStep step) {
        this.step = step;
    }

    /** @throws AbortException with one sentence for the user */
    static TrainingOperation of(SageMakerTrainStep step, Run<?, ?> run) throws AbortException {
        try {
            return new TrainingOperation(new TrainingArguments(step).request(run), step.policy());
        } catch (IllegalArgumentException e) {
            throw new AbortException("sagemakerTrain: " + e.getMessage());
        }
    }

    private TrainingRequest request(Run<?, ?> run) {
        return new TrainingRequest(
                jobName(run),
                DefinitionArguments.of(step, "HyperParameters"),
                thresholds(),
                failsOnThreshold(),
                step.allTags(run),
                step.getLogs());
    }

    private String jobName(Run<?, ?> run) {
        String exact = step.getTrainingJobName();
        if (exact != null) {
            if (!exact.matches("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")) {
                throw new IllegalArgumentException("the trainingJobName must be 1 to 63 letters, digits and hyphens, "
                        + "with a letter or digit at both ends, not: " + exact);
            }
            return exact;
        }
        String base = step.getBaseJobName() != null
                ? step.getBaseJobName()
                : run.getParent().getName();
        return TrainingRequest.uniqueName(base + "-" + run.getNumber());
    }

    private List<MetricThreshold> thresholds() {
        List<String> given = step.getMetricThresholds();
        return given == null
                ? List.of()
                : given.stream().map(MetricThreshold::parse).toList();
    }

    private boolean failsOnThreshold() {
        return switch (String.valueOf(step.getThresholdResult())) {
            case "FAILURE" -> true;
            case "UNSTABLE" -> false;
            default ->
                throw new IllegalArgumentException(
                        "thresholdResult must be FAILURE or UNSTABLE, not: " + step.getThresholdResult());
        };
    }
}
