package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.sagemaker.training.Prepared;
import io.jenkins.plugins.sagemaker.training.RequestCheck;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import io.jenkins.plugins.sagemaker.training.TrainingDefinition;
import io.jenkins.plugins.sagemaker.training.TrainingOperation;
import io.jenkins.plugins.sagemaker.training.TrainingPolicy;
import io.jenkins.plugins.sagemaker.training.TrainingRequest;
import java.util.List;
import java.util.Map;

/** From the arguments of {@link SageMakerTrainStep} to the operation. */
final class TrainingArguments {

    private final SageMakerTrainStep step;
    private final Problems problems = new Problems();

    private TrainingArguments(SageMakerTrainStep step) {
        this.step = step;
    }

    /** @throws AbortException with all that is wrong with the arguments themselves; what AWS would refuse is told by the operation */
    static TrainingOperation of(SageMakerTrainStep step, Run<?, ?> run) throws AbortException {
        return new TrainingArguments(step).operation(run);
    }

    private TrainingOperation operation(Run<?, ?> run) throws AbortException {
        var definition = DefinitionArguments.of(step, problems);
        boolean isDefined = problems.isEmpty();
        var job = new JobArguments(step, problems);
        var gate = job.gate();
        var request = new TrainingRequest(
                job.name(step.getTrainingJobName(), run, TrainingRequest.NAME_LENGTH),
                definition,
                gate.thresholds(),
                gate.fails(),
                problems.of(() -> step.allTags(run), Map.of()),
                step.getLogs());
        var policy = problems.of(step::policy, TrainingPolicy.DEFAULT);
        if (isDefined && !problems.isEmpty()) {
            problems.addAll(refused(request));
        }
        problems.tell("sagemakerTrain");
        return new TrainingOperation(request, policy);
    }

    /** What can be said already of what AWS would refuse. */
    private static List<String> refused(TrainingRequest request) {
        TrainingDefinition definition = request.definition();
        if (definition.requestFile() != null || definition.algorithm() != null) {
            return List.of();
        }
        return RequestCheck.job(RequestDocument.of(
                        definition.resolved(Prepared.NOTHING, "", null).document())
                .put("TrainingJobName", request.jobName())
                .members());
    }
}
