package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.S3Location;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What training jobs are made of, be it one or the many of a tuning. {@link Preparation} brings it to where SageMaker can use it.
 *
 * @param document members that CreateTrainingJob and the definition of a tuning's jobs share, in the shape of the API, without channels of the
 *     workspace
 * @param workspaceChannels channels whose data is uploaded from the workspace first
 * @param uploadPath where in S3 they go; null if there are none
 */
public record TrainingDefinition(
        Map<String, Object> document, List<WorkspaceChannel> workspaceChannels, String uploadPath)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** @throws IllegalArgumentException with a sentence if two channels have one name or the upload path is not one in S3 */
    public TrainingDefinition {
        workspaceChannels = List.copyOf(workspaceChannels);
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

    /** The definition as it is sent; channels that are not staged yet have a placeholder for their location. */
    public Map<String, Object> resolved(Prepared prepared) {
        var whole = RequestDocument.of(document);
        TrainingDefaults.fill(whole);
        List<Object> channels = new ArrayList<>();
        if (whole.get("InputDataConfig") instanceof List<?> given) {
            channels.addAll(given);
        }
        for (WorkspaceChannel channel : workspaceChannels) {
            channels.add(channel.inS3(prepared.staged().getOrDefault(channel.name(), "s3://not-staged-yet")));
        }
        return whole.putIfGiven("InputDataConfig", channels).members();
    }

    /**
     * A channel with data of the workspace.
     *
     * @param name for example {@code train}
     * @param path folder, file or Ant pattern
     * @param document the rest of the channel in the shape of the API, without its data source
     */
    public record WorkspaceChannel(String name, String path, Map<String, Object> document) implements Serializable {

        private static final long serialVersionUID = 1L;

        private Map<String, Object> inS3(String location) {
            return RequestDocument.of(new LinkedHashMap<>(document))
                    .put("ChannelName", name)
                    .put("DataSource.S3DataSource.S3DataType", "S3Prefix")
                    .put("DataSource.S3DataSource.S3Uri", location + "/")
                    .put("DataSource.S3DataSource.S3DataDistributionType", "FullyReplicated")
                    .members();
        }
    }
}
