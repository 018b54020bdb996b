package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.kms.Kms;
import io.jenkins.plugins.sagemaker.lab.aws.kms.KmsRegion;
import java.time.Duration;
import java.util.Map;

/** {@code AWS::KMS::Alias}; its physical id is its name. */
final class AliasHandler extends ServiceHandler {

    private final Kms kms;

    AliasHandler(Kms kms) {
        super("Kms", Duration.ofSeconds(10));
        this.kms = kms;
    }

    @Override
    String make(ResourceRequest request) throws AwsError {
        region(request).createAlias(request.text("AliasName"), request.text("TargetKeyId"));
        return request.text("AliasName");
    }

    @Override
    void configure(ResourceRequest request) throws AwsError {
        region(request).updateAlias(request.physicalId(), request.text("TargetKeyId"));
    }

    @Override
    void remove(ResourceRequest request) throws AwsError {
        region(request).deleteAlias(request.physicalId());
    }

    @Override
    Map<String, Object> attributes(ResourceRequest request) {
        return Map.of();
    }

    private KmsRegion region(ResourceRequest request) {
        return kms.region(request.owner().account(), request.owner().region());
    }
}
