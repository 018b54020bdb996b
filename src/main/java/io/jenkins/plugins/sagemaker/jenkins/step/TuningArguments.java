package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import io.jenkins.plugins.sagemaker.tuning.TuningDocument;
import io.jenkins.plugins.sagemaker.tuning.TuningOperation;
import io.jenkins.plugins.sagemaker.tuning.TuningRequest;
import java.util.Map;

/** From the arguments of {@link SageMakerTuneStep} to the operation. */
final class TuningArguments {

    private TuningArguments() {}

    /** @throws AbortException with all that is wrong with the arguments themselves; what AWS would refuse is told by the operation */
    static TuningOperation of(SageMakerTuneStep step, Run<?, ?> run) throws AbortException {
        var problems = new Problems();
        var definition = DefinitionArguments.of(step, problems);
        var document = problems.of(step::search, RequestDocument.of(Map.of()));
        boolean isDefined = problems.isEmpty();
        var job = new JobArguments(step, problems);
        var request = new TuningRequest(
                job.name(step.getTuningJobName(), run, TuningRequest.NAME_LENGTH),
                document.members(),
                definition,
                job.gate(),
                problems.of(() -> step.allTags(run), Map.of()));
        if (isDefined && !problems.isEmpty()) {
            problems.addAll(new TuningDocument(request, "").problems());
        }
        problems.tell("sagemakerTune");
        return new TuningOperation(request);
    }
}
