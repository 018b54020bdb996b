package io.jenkins.plugins.sagemaker.tuning;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sagemaker.model.HyperParameterTrainingJobSummary;

/**
 * One of the training jobs of a tuning.
 *
 * @param objectiveValue final value of the objective metric; null if it has none
 * @param hyperParameters those that were chosen for it, by name
 * @param trainingSeconds from start to end of training; 0 if it never began
 * @param failureReason null unless it has failed
 */
public record TunedJob(
        String trainingJobName,
        String status,
        Double objectiveValue,
        Map<String, String> hyperParameters,
        long trainingSeconds,
        String failureReason)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    static TunedJob of(HyperParameterTrainingJobSummary job) {
        var objective = job.finalHyperParameterTuningJobObjectiveMetric();
        boolean ran = job.trainingStartTime() != null && job.trainingEndTime() != null;
        return new TunedJob(
                job.trainingJobName(),
                job.trainingJobStatusAsString(),
                objective == null || objective.value() == null ? null : shortest(objective.value()),
                Collections.unmodifiableMap(new TreeMap<>(job.tunedHyperParameters())),
                ran
                        ? Duration.between(job.trainingStartTime(), job.trainingEndTime())
                                .toSeconds()
                        : 0,
                job.failureReason());
    }

    /** SageMaker's metrics are of single precision: 0.97 shall not become 0.9700000286102295. */
    private static double shortest(float value) {
        return Double.parseDouble(Float.toString(value));
    }
}
