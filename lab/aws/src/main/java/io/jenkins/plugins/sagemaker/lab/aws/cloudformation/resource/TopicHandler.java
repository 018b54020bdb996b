package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.sns.Sns;
import io.jenkins.plugins.sagemaker.lab.aws.sns.SnsRegion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code AWS::SNS::Topic}; its physical id is the ARN. */
final class TopicHandler extends ServiceHandler {

    private static final List<String> ATTRIBUTES = List.of(
            "DisplayName",
            "KmsMasterKeyId",
            "FifoTopic",
            "ContentBasedDeduplication",
            "SignatureVersion",
            "TracingConfig");

    private final Sns sns;

    TopicHandler(Sns sns) {
        super("Sns", Duration.ofSeconds(10));
        this.sns = sns;
    }

    @Override
    String make(ResourceRequest request) throws AwsError, HandlerFailure {
        String end = Boolean.TRUE.equals(request.properties().get("FifoTopic")) ? ".fifo" : "";
        String name = Objects.requireNonNullElseGet(
                request.text("TopicName"), () -> PhysicalNames.of(request, 256 - end.length()) + end);
        String arn = "arn:aws:sns:" + request.owner().region() + ":"
                + request.owner().account() + ":" + name;
        if (region(request).hasTopic(arn)) {
            throw HandlerFailure.plain(name + " already exists");
        }
        return region(request).createTopic(name, Map.of(), Map.of());
    }

    @Override
    void configure(ResourceRequest request) throws AwsError {
        SnsRegion region = region(request);
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String attribute : ATTRIBUTES) {
            if (request.text(attribute) != null || request.previous().containsKey(attribute)) {
                attributes.put(attribute, Objects.requireNonNullElse(request.text(attribute), ""));
            }
        }
        region.setAttributes(request.physicalId(), attributes);
        region.tag(request.physicalId(), request.tags());
        if (request.properties().get("Subscription") instanceof List<?> list) {
            for (Object item : list) {
                Map<?, ?> subscription = (Map<?, ?>) item;
                region.subscribe(
                        request.physicalId(),
                        subscription.get("Protocol").toString(),
                        subscription.get("Endpoint").toString());
            }
        }
    }

    @Override
    void remove(ResourceRequest request) {
        region(request).deleteTopic(request.physicalId());
    }

    @Override
    Map<String, Object> attributes(ResourceRequest request) {
        String arn = request.physicalId();
        return Map.of("TopicArn", arn, "TopicName", arn.substring(arn.lastIndexOf(':') + 1));
    }

    private SnsRegion region(ResourceRequest request) {
        return sns.region(request.owner().account(), request.owner().region());
    }
}
