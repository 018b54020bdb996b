package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.ApiShape;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;

/**
 * From the user's request to the SDK's.
 *
 * @param instanceType tried instead of the one in the request; null for that one
 */
record TrainingDocument(TrainingRequest request, String region, String instanceType) {

    /**
     * The request as it is sent; what is not staged yet has a placeholder for its location.
     *
     * @throws RemoteException of kind INVALID with everything that CreateTrainingJob would refuse
     */
    CreateTrainingJobRequest toCreate(TrainingState state) throws RemoteException {
        var resolved = request.definition().resolved(state.prepared(), region, instanceType);
        var whole = RequestDocument.of(resolved.document()).put("TrainingJobName", state.jobName());
        whole.put("Tags", new OwnTag(state.token()).among(whole.get("Tags"), request.tags()));
        ScriptMode.nameJob(whole, state.jobName());
        List<String> problems = new ArrayList<>(resolved.problems());
        problems.addAll(RequestCheck.job(whole.members()));
        try {
            var create = ApiShape.fill(CreateTrainingJobRequest.builder(), whole.members());
            if (problems.isEmpty()) {
                return create;
            }
            throw RequestCheck.invalid(problems, null);
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
            throw RequestCheck.invalid(problems, e);
        }
    }
}
