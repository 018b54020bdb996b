package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.kms.Kms;
import io.jenkins.plugins.sagemaker.lab.aws.kms.KmsRegion;
import java.time.Duration;
import java.util.Map;

/** {@code AWS::KMS::Key}; its physical id is the key's. Deleting it schedules the deletion, as in AWS. */
final class KeyHandler extends ServiceHandler {

    private static final int DEFAULT_WINDOW_DAYS = 30;

    private final Kms kms;

    KeyHandler(Kms kms) {
        super("Kms", Duration.ofSeconds(60));
        this.kms = kms;
    }

    @Override
    String make(ResourceRequest request) {
        return region(request)
                .createKey(
                        request.text("Description"),
                        JsonClient.text(request.properties().get("KeyPolicy")),
                        request.tags());
    }

    @Override
    void configure(ResourceRequest request) throws AwsError {
        KmsRegion region = region(request);
        Object days = request.properties().get("RotationPeriodInDays");
        region.updateKey(
                request.physicalId(),
                request.text("Description"),
                JsonClient.text(request.properties().get("KeyPolicy")),
                !Boolean.FALSE.equals(request.properties().get("Enabled")));
        region.rotate(
                request.physicalId(),
                Boolean.TRUE.equals(request.properties().get("EnableKeyRotation")),
                days == null ? null : ((Number) days).intValue());
        region.tag(request.physicalId(), request.tags());
    }

    @Override
    void remove(ResourceRequest request) throws AwsError {
        Object days = request.properties().getOrDefault("PendingWindowInDays", DEFAULT_WINDOW_DAYS);
        region(request).scheduleDeletion(request.physicalId(), ((Number) days).intValue());
    }

    @Override
    Map<String, Object> attributes(ResourceRequest request) throws AwsError {
        return Map.of("KeyId", request.physicalId(), "Arn", region(request).keyArn(request.physicalId()));
    }

    private KmsRegion region(ResourceRequest request) {
        return kms.region(request.owner().account(), request.owner().region());
    }
}
