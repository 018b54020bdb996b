package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.ApiShape;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/** From the user's request to the SDK's. */
record TrainingDocument(TrainingRequest request) {

    /**
     * The request as it is sent; channels that are not staged yet have a placeholder for their location.
     *
     * @throws RemoteException of kind INVALID if the document is not one of CreateTrainingJob
     */
    CreateTrainingJobRequest toCreate(TrainingState state) throws RemoteException {
        try {
            return create(state);
        } catch (IllegalArgumentException e) {
            throw new RemoteException(Kind.INVALID, "", e.getMessage(), e);
        }
    }

    private CreateTrainingJobRequest create(TrainingState state) {
        Map<String, Object> document = request.definition().resolved(state.prepared());
        document.put("TrainingJobName", state.jobName());
        var create = ApiShape.fill(CreateTrainingJobRequest.builder(), document).toBuilder();
        Map<String, String> tags = new LinkedHashMap<>();
        create.build().tags().forEach(t -> tags.put(t.key(), t.value()));
        tags.putAll(request.tags());
        tags.put(RemoteJob.TOKEN_TAG, state.token());
        return create.tags(tags.entrySet().stream()
                        .map(t -> Tag.builder()
                                .key(t.getKey())
                                .value(t.getValue())
                                .build())
                        .toList())
                .build();
    }
}
