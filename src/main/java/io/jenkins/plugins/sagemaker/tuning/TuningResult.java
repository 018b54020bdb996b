package io.jenkins.plugins.sagemaker.tuning;

import io.jenkins.plugins.sagemaker.training.TrainingResult;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a tuning job has brought. The best training job's model and hyperparameters stand at the top, for what comes next in a Pipeline.
 *
 * @param objectiveMetric what was judged by
 * @param objectiveType {@code Maximize} or {@code Minimize}
 * @param objectiveValue the best training job's
 * @param trainingJobName of the best training job
 * @param modelDataUrl of the best training job; null if it has none
 * @param hyperParameters all of the best training job
 * @param tunedHyperParameters those of them that were chosen
 * @param bestTrainingJob all about it
 * @param trainingJobs those with a value of the objective, the best first, then those that have failed; a hundred of each at most
 * @param runtimeSeconds from creation to end
 */
public record TuningResult(
        String tuningJobName,
        String tuningJobArn,
        String status,
        String strategy,
        String objectiveMetric,
        String objectiveType,
        Double objectiveValue,
        String trainingJobName,
        String modelDataUrl,
        Map<String, String> hyperParameters,
        Map<String, String> tunedHyperParameters,
        TrainingResult bestTrainingJob,
        List<TunedJob> trainingJobs,
        Map<String, Integer> trainingJobCounts,
        long runtimeSeconds,
        String consoleUrl)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
