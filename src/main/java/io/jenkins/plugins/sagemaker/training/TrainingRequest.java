package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.S3Location;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What to train.
 *
 * @param jobName 1 to 63 letters, digits and hyphens, unique in the account and region; see {@link #uniqueName}
 * @param document the CreateTrainingJob request in the shape of the API, without the job's name and without channels of the workspace
 * @param workspaceChannels channels whose data is uploaded from the workspace first
 * @param uploadPath where in S3 they go; null if there are none
 * @param metricThresholds what the final metrics must reach, for example {@code validation:accuracy >= 0.9}
 * @param thresholdsFail whether a missed threshold fails the step; else it makes the build unstable
 * @param tags of the build and of the user
 * @param logs which lines of the job's own log stand in the build's
 */
public record TrainingRequest(
        String jobName,
        Map<String, Object> document,
        List<WorkspaceChannel> workspaceChannels,
        String uploadPath,
        List<MetricThreshold> metricThresholds,
        boolean thresholdsFail,
        Map<String, String> tags,
        Logs logs)
        implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int NAME_LENGTH = 63;

    /** @throws IllegalArgumentException with a sentence if two channels have one name or the upload path is not one in S3 */
    public TrainingRequest {
        workspaceChannels = List.copyOf(workspaceChannels);
        metricThresholds = List.copyOf(metricThresholds);
        tags = Map.copyOf(tags);
        if (!workspaceChannels.isEmpty()) {
            S3Location.parse("s3UploadPath", uploadPath);
        }
        Set<String> names = new HashSet<>();
        for (WorkspaceChannel channel : workspaceChannels) {
            if (!names.add(channel.name())) {
                throw new IllegalArgumentException(
                        "There are two channels " + channel.name() + ": give each channel its own channelName.");
            }
        }
    }

    S3Location uploadLocation() {
        return S3Location.parse("s3UploadPath", uploadPath);
    }

    /** A job name that begins with the base, shortened to what SageMaker takes, and is not used twice. */
    public static String uniqueName(String base) {
        String suffix = "-" + UUID.randomUUID().toString().substring(0, 8);
        String legal = base.replaceAll("[^a-zA-Z0-9-]+", "-").replaceAll("^-+|-+$", "");
        return (legal.isEmpty() ? "job" : legal.substring(0, Math.min(legal.length(), NAME_LENGTH - suffix.length())))
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

    /**
     * A channel with data of the workspace.
     *
     * @param name for example {@code train}
     * @param path folder, file or Ant pattern
     * @param document the rest of the channel in the shape of the API, without its data source
     */
    public record WorkspaceChannel(String name, String path, Map<String, Object> document) implements Serializable {}
}
