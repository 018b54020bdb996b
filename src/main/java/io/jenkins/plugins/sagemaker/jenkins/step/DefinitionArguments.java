package io.jenkins.plugins.sagemaker.jenkins.step;

import io.jenkins.plugins.sagemaker.training.RequestDocument;
import io.jenkins.plugins.sagemaker.training.SourceCode;
import io.jenkins.plugins.sagemaker.training.TrainingDefinition;
import io.jenkins.plugins.sagemaker.training.TrainingDefinition.WorkspaceChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the arguments of a {@link TrainingJobStep} to a definition: arguments are merged over {@code requestJson}. */
final class DefinitionArguments {

    private final TrainingJobStep step;
    private final Problems problems;

    private DefinitionArguments(TrainingJobStep step, Problems problems) {
        this.step = step;
        this.problems = problems;
    }

    /** The definition of the jobs. That it can be had does not mean that AWS would take it: the document is checked when it is whole. */
    static TrainingDefinition of(TrainingJobStep step, Problems problems) {
        return new DefinitionArguments(step, problems).definition();
    }

    private TrainingDefinition definition() {
        if (step.getAlgorithm() != null && step.getTrainingImage() != null) {
            problems.add(
                    "Give either algorithm (one of SageMaker's own by name) or trainingImage (a container image).");
        }
        var none = TrainingDefinition.of(Map.of());
        var document = problems.of(step::given, RequestDocument.of(Map.of()));
        document.merge(arguments().members());
        List<WorkspaceChannel> uploaded = channels(document);
        return problems.of(
                () -> TrainingDefinition.of(document.members())
                        .withRequestFile(step.getRequestFile())
                        .withAlgorithm(step.getAlgorithm())
                        .withChannels(uploaded, step.getS3UploadPath())
                        .withCode(code())
                        .checking(Preflight.checks(step.getPreflight())),
                none);
    }

    private SourceCode code() {
        if (step.getEntryPoint() != null) {
            List<String> dependencies = step.getDependencies() == null ? List.of() : step.getDependencies();
            return new SourceCode(step.getSourceDir(), step.getEntryPoint(), dependencies);
        }
        if (step.getSourceDir() != null || step.getDependencies() != null) {
            problems.add("sourceDir and dependencies want an entryPoint, the program in it that trains.");
        }
        return null;
    }

    private RequestDocument arguments() {
        var arguments = RequestDocument.of(Map.of());
        return problems.of(
                () -> {
                    step.describe(arguments);
                    return arguments;
                },
                arguments);
    }

    private List<WorkspaceChannel> channels(RequestDocument document) {
        List<WorkspaceChannel> uploaded = new ArrayList<>();
        List<Channel> channels = step.getChannels();
        if (channels != null) {
            List<Object> inS3 = new ArrayList<>();
            for (Channel channel : channels) {
                problems.addAll(channel.problems());
                if (channel.isInWorkspace()) {
                    uploaded.add(channel.inWorkspace());
                } else {
                    inS3.add(channel.document());
                }
            }
            document.put("InputDataConfig", inS3);
        }
        return uploaded;
    }
}
