package io.jenkins.plugins.sagemaker.tuning;

import io.jenkins.plugins.sagemaker.training.MetricGate;
import io.jenkins.plugins.sagemaker.training.TrainingDefinition;
import java.io.Serializable;
import java.util.Map;

/**
 * What to tune.
 *
 * @param jobName 1 to 32 letters, digits and hyphens, unique in the account and region
 * @param document the CreateHyperParameterTuningJob request in the shape of the API, without name, tags and definition of the training jobs
 * @param definition what the training jobs have in common
 * @param gate what the best training job's final metrics must reach
 * @param tags of the build and of the user; SageMaker gives them to the training jobs too
 */
public record TuningRequest(
        String jobName,
        Map<String, Object> document,
        TrainingDefinition definition,
        MetricGate gate,
        Map<String, String> tags)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The longest name of a tuning job; its training jobs' names begin with it. */
    public static final int NAME_LENGTH = 32;

    public TuningRequest {
        tags = Map.copyOf(tags);
    }
}
