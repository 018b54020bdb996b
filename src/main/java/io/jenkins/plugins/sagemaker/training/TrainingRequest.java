package io.jenkins.plugins.sagemaker.training;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What to train.
 *
 * @param jobName 1 to 63 letters, digits and hyphens, unique in the account and region; see {@link #uniqueName}
 * @param definition of the job
 * @param metricThresholds what the final metrics must reach, for example {@code validation:accuracy >= 0.9}
 * @param thresholdsFail whether a missed threshold fails the step; else it makes the build unstable
 * @param tags of the build and of the user
 * @param logs which lines of the job's own log stand in the build's
 */
public record TrainingRequest(
        String jobName,
        TrainingDefinition definition,
        List<MetricThreshold> metricThresholds,
        boolean thresholdsFail,
        Map<String, String> tags,
        Logs logs)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The longest name of a training job. */
    public static final int NAME_LENGTH = 63;

    public TrainingRequest {
        metricThresholds = List.copyOf(metricThresholds);
        tags = PackedMap.of(tags);
    }

    /**
     * A job name that begins with the base, shortened to what SageMaker takes, and is not used twice.
     *
     * @param length how long it may be
     */
    public static String uniqueName(String base, int length) {
        String suffix = "-" + UUID.randomUUID().toString().substring(0, 8);
        String legal = base.replaceAll("[^a-zA-Z0-9-]+", "-").replaceAll("^-+|-+$", "");
        return (legal.isEmpty() ? "job" : legal.substring(0, Math.min(legal.length(), length - suffix.length())))
                + suffix;
    }

    /** Which lines of a job's log stand in the build log. */
    public enum Logs {
        /** All, as they come. */
        ALL,
        /** The last ones of a job that failed. */
        FAILURE,
        NONE
    }
}
