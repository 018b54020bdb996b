package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps the tags of a SageMaker resource as its template wants them. */
final class SageMakerTags {

    private SageMakerTags() {}

    static void change(JsonClient sagemaker, ResourceRequest request) throws AwsError {
        Map<String, String> wanted = request.tags();
        List<String> surplus =
                new ArrayList<>(ResourceRequest.tags(request.previous()).keySet());
        surplus.removeAll(wanted.keySet());
        if (!surplus.isEmpty()) {
            sagemaker.call(
                    request.owner(), "DeleteTags", Map.of("ResourceArn", request.physicalId(), "TagKeys", surplus));
        }
        if (!wanted.isEmpty() && !wanted.equals(ResourceRequest.tags(request.previous()))) {
            sagemaker.call(
                    request.owner(), "AddTags", Map.of("ResourceArn", request.physicalId(), "Tags", list(wanted)));
        }
    }

    private static List<Map<String, String>> list(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
                .toList();
    }
}
