package io.jenkins.plugins.sagemaker.jenkins.step;

import io.jenkins.plugins.sagemaker.aws.S3Location;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import io.jenkins.plugins.sagemaker.training.TrainingDefinition;
import io.jenkins.plugins.sagemaker.training.TrainingDefinition.WorkspaceChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the arguments of a {@link TrainingJobStep} to a definition: arguments are merged over {@code requestJson}. */
final class DefinitionArguments {

    private final TrainingJobStep step;
    private final RequestDocument document;

    private DefinitionArguments(TrainingJobStep step) {
        this.step = step;
        this.document = RequestDocument.parse("requestJson", step.getRequestJson());
    }

    /**
     * The definition of the jobs.
     *
     * @param hyperParametersMember what the API calls the step's {@code hyperParameters}
     * @throws IllegalArgumentException with a sentence for the user
     */
    static TrainingDefinition of(TrainingJobStep step, String hyperParametersMember) {
        return new DefinitionArguments(step).definition(hyperParametersMember);
    }

    private TrainingDefinition definition(String hyperParametersMember) {
        if ((step.getTrainingImage() == null) == (step.getAlgorithmName() == null)
                && document.get("AlgorithmSpecification") == null) {
            throw new IllegalArgumentException(
                    "give either trainingImage (a container image) or algorithmName (an algorithm resource).");
        }
        required("roleArn", step.getRoleArn(), "RoleArn");
        required("s3OutputPath", step.getS3OutputPath(), "OutputDataConfig");
        var arguments = RequestDocument.of(Map.of());
        step.describe(arguments);
        arguments.putIfGiven(hyperParametersMember, NamedValue.map("hyperParameters", step.getHyperParameters()));
        document.merge(arguments.members());
        if (step.getS3OutputPath() != null) {
            S3Location.parse("s3OutputPath", step.getS3OutputPath());
        }
        List<WorkspaceChannel> uploaded = channels();
        return new TrainingDefinition(document.members(), uploaded, uploaded.isEmpty() ? null : uploadPath());
    }

    private List<WorkspaceChannel> channels() {
        List<Object> inS3 = new ArrayList<>();
        List<WorkspaceChannel> inWorkspace = new ArrayList<>();
        List<Channel> channels = step.getChannels();
        if (channels != null) {
            for (Channel channel : channels) {
                channel.check();
                if (channel.isInWorkspace()) {
                    inWorkspace.add(channel.inWorkspace());
                } else {
                    inS3.add(channel.document());
                }
            }
            document.put("InputDataConfig", inS3);
        }
        return inWorkspace;
    }

    /** Beside the output, wherever that is named. */
    private String uploadPath() {
        if (step.getS3UploadPath() != null) {
            return S3Location.parse("s3UploadPath", step.getS3UploadPath()).toString();
        }
        if (!(document.get("OutputDataConfig.S3OutputPath") instanceof String output) || output.isBlank()) {
            throw new IllegalArgumentException("give s3UploadPath, where the channels from the workspace shall go.");
        }
        return S3Location.parse("s3OutputPath", output).toString().replaceAll("/+$", "") + "/channels";
    }

    private void required(String argument, String value, String member) {
        if (value == null && document.get(member) == null) {
            throw new IllegalArgumentException("the argument " + argument + " is missing.");
        }
    }
}
