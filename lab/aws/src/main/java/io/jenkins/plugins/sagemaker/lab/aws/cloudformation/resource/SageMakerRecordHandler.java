package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code AWS::SageMaker::Model} and {@code AWS::SageMaker::EndpointConfig}: their properties are the members of the API's create
 * call, and nothing but tags can ever change. The physical id is the ARN. It ends with the name in lower case, under which SageMaker
 * finds the resource too.
 */
final class SageMakerRecordHandler extends ServiceHandler {

    private static final int NAME_LIMIT = 63;

    private final JsonClient sagemaker;
    private final String kind;

    /** @param kind {@code Model} or {@code EndpointConfig} */
    SageMakerRecordHandler(JsonClient sagemaker, String kind) {
        super("SageMaker", Duration.ofSeconds(3));
        this.sagemaker = sagemaker;
        this.kind = kind;
    }

    @Override
    String make(ResourceRequest request) throws AwsError {
        Map<String, Object> body = new LinkedHashMap<>(request.properties());
        body.putIfAbsent(kind + "Name", PhysicalNames.brief(request, NAME_LIMIT));
        return sagemaker
                .call(request.owner(), "Create" + kind, body)
                .get(kind + "Arn")
                .toString();
    }

    @Override
    void configure(ResourceRequest request) throws AwsError {
        if (!request.previous().isEmpty()) {
            SageMakerTags.change(sagemaker, request);
        }
    }

    @Override
    void remove(ResourceRequest request) throws AwsError {
        sagemaker.call(request.owner(), "Delete" + kind, Map.of(kind + "Name", name(request)));
    }

    @Override
    Map<String, Object> attributes(ResourceRequest request) throws AwsError {
        Object name = sagemaker
                .call(request.owner(), "Describe" + kind, Map.of(kind + "Name", name(request)))
                .get(kind + "Name");
        return Map.of(kind + "Name", name, kind + "Arn", request.physicalId(), "Id", request.physicalId());
    }

    private static String name(ResourceRequest request) {
        return request.physicalId().substring(request.physicalId().lastIndexOf('/') + 1);
    }
}
