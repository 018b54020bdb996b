package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.S3Location;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What training jobs are made of, be it one or the many of a tuning. {@link Preparation} brings it to where SageMaker can use it.
 *
 * @param document members that CreateTrainingJob and the definition of a tuning's jobs share, in the shape of the API, without channels of the
 *     workspace; hyperparameters are called {@code HyperParameters}
 * @param requestFile a file of the workspace with further members, over which those of the document are laid; null for none
 * @param algorithm name of one of SageMaker's own images, see {@link AlgorithmImages}; null if the document says what is trained
 * @param workspaceChannels channels whose data is uploaded from the workspace first
 * @param uploadPath where in S3 they go; null for a folder beside the output
 * @param code a program of the user's own; null for none
 * @param checks what is looked at beforehand
 */
public record TrainingDefinition(
        Map<String, Object> document,
        String requestFile,
        String algorithm,
        List<WorkspaceChannel> workspaceChannels,
        String uploadPath,
        SourceCode code,
        Checks checks)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** @throws IllegalArgumentException with a sentence if the upload path is not one in S3 */
    public TrainingDefinition {
        document = PackedMap.of(document);
        workspaceChannels = List.copyOf(workspaceChannels);
        if (uploadPath != null) {
            S3Location.parse("s3UploadPath", uploadPath);
        }
    }

    /** Of a document alone, in whose world nothing is checked. */
    public static TrainingDefinition of(Map<String, Object> document) {
        return new TrainingDefinition(document, null, null, List.of(), null, null, Checks.NONE);
    }

    public TrainingDefinition withRequestFile(String path) {
        return new TrainingDefinition(document, path, algorithm, workspaceChannels, uploadPath, code, checks);
    }

    public TrainingDefinition withAlgorithm(String name) {
        return new TrainingDefinition(document, requestFile, name, workspaceChannels, uploadPath, code, checks);
    }

    public TrainingDefinition withChannels(List<WorkspaceChannel> channels, String path) {
        return new TrainingDefinition(document, requestFile, algorithm, channels, path, code, checks);
    }

    public TrainingDefinition withCode(SourceCode program) {
        return new TrainingDefinition(document, requestFile, algorithm, workspaceChannels, uploadPath, program, checks);
    }

    public TrainingDefinition checking(Checks beforehand) {
        return new TrainingDefinition(
                document, requestFile, algorithm, workspaceChannels, uploadPath, code, beforehand);
    }

    /**
     * The definition as it is sent.
     *
     * @param document in the shape of the API; what is not staged yet has a placeholder for its location
     * @param problems what of it could not be resolved, in a sentence each
     */
    public record Resolved(Map<String, Object> document, List<String> problems) {}

    /**
     * Lays everything together: defaults below the request file, that below the document, and what is staged into it.
     *
     * @param instanceType tried instead of the one in the document; null for that one
     */
    public Resolved resolved(Prepared prepared, String region, String instanceType) {
        List<String> problems = new ArrayList<>();
        var whole = RequestDocument.of(prepared.file())
                .merge(document)
                .putIfGiven("ResourceConfig.InstanceType", instanceType);
        TrainingDefaults.fill(whole);
        image(whole, region, problems);
        if (code != null) {
            ScriptMode.describe(code, prepared, region, whole);
        }
        List<Object> channels = new ArrayList<>();
        if (whole.get("InputDataConfig") instanceof List<?> given) {
            channels.addAll(given);
        }
        for (WorkspaceChannel channel : workspaceChannels) {
            channels.add(channel.inS3(prepared.staged().getOrDefault(channel.name(), "s3://not-staged-yet")));
        }
        whole.members().remove("InputDataConfig");
        return new Resolved(whole.putIfGiven("InputDataConfig", channels).members(), problems);
    }

    private void image(RequestDocument whole, String region, List<String> problems) {
        if (algorithm == null) {
            return;
        }
        Object type = whole.get("ResourceConfig.InstanceType");
        if (type == null
                && whole.get("ResourceConfig.InstanceGroups") instanceof List<?> groups
                && !groups.isEmpty()
                && groups.get(0) instanceof Map<?, ?> first) {
            type = first.get("InstanceType");
        }
        try {
            whole.put(
                    "AlgorithmSpecification.TrainingImage",
                    AlgorithmImages.uri(algorithm, region, type == null ? null : type.toString()));
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
            // Some image there shall be, so that nothing complains of having none.
            whole.put("AlgorithmSpecification.TrainingImage", algorithm);
        }
    }

    /** Where in S3 what is uploaded goes. */
    S3Location uploadLocation(RequestDocument whole) {
        return uploadPath == null
                ? S3Location.parse("s3OutputPath", String.valueOf(whole.get("OutputDataConfig.S3OutputPath")))
                        .child("channels")
                : S3Location.parse("s3UploadPath", uploadPath);
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

        public WorkspaceChannel {
            document = PackedMap.of(document);
        }

        private Map<String, Object> inS3(String location) {
            return RequestDocument.of(document)
                    .put("ChannelName", name)
                    .put("DataSource.S3DataSource.S3DataType", "S3Prefix")
                    .put("DataSource.S3DataSource.S3Uri", location + "/")
                    .put("DataSource.S3DataSource.S3DataDistributionType", "FullyReplicated")
                    .members();
        }
    }
}
