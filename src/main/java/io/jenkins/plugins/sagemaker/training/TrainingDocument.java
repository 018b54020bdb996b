package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.ApiShape;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        whole.put("Tags", tags(whole, state));
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

    /** Those of the document, over them the user's, and over them the one by which the job is known as ours. */
    private List<Object> tags(RequestDocument whole, TrainingState state) {
        Map<Object, Object> tags = new LinkedHashMap<>();
        if (whole.get("Tags") instanceof List<?> given) {
            given.stream()
                    .filter(Map.class::isInstance)
                    .map(Map.class::cast)
                    .forEach(tag -> tags.put(String.valueOf(tag.get("Key")), String.valueOf(tag.get("Value"))));
        }
        tags.putAll(request.tags());
        tags.put(RemoteJob.TOKEN_TAG, state.token());
        List<Object> list = new ArrayList<>();
        tags.forEach((key, value) -> list.add(Map.of("Key", key, "Value", value)));
        return list;
    }
}
