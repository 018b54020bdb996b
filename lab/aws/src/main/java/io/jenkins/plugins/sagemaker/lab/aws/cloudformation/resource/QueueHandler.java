package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code AWS::SQS::Queue}; its physical id is its URL. */
final class QueueHandler extends ServiceHandler {

    private static final List<String> ATTRIBUTES = List.of(
            "DelaySeconds",
            "KmsDataKeyReusePeriodSeconds",
            "KmsMasterKeyId",
            "MaximumMessageSize",
            "MessageRetentionPeriod",
            "ReceiveMessageWaitTimeSeconds",
            "RedriveAllowPolicy",
            "RedrivePolicy",
            "SqsManagedSseEnabled",
            "VisibilityTimeout");

    private final JsonClient sqs;

    QueueHandler(JsonClient sqs) {
        super("Sqs", Duration.ofSeconds(60));
        this.sqs = sqs;
    }

    @Override
    String make(ResourceRequest request) throws AwsError {
        String name = Objects.requireNonNullElseGet(request.text("QueueName"), () -> PhysicalNames.of(request, 80));
        Map<String, String> fifo =
                Boolean.TRUE.equals(request.properties().get("FifoQueue")) ? Map.of("FifoQueue", "true") : Map.of();
        return sqs.call(
                        request.owner(),
                        "CreateQueue",
                        Map.of("QueueName", name, "Attributes", fifo, "tags", request.tags()))
                .get("QueueUrl")
                .toString();
    }

    @Override
    void configure(ResourceRequest request) throws AwsError {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String attribute : ATTRIBUTES) {
            if (request.properties().containsKey(attribute)) {
                Object value = request.properties().get(attribute);
                attributes.put(attribute, value instanceof Map ? JsonClient.text(value) : value.toString());
            }
        }
        sqs.call(
                request.owner(),
                "SetQueueAttributes",
                Map.of("QueueUrl", request.physicalId(), "Attributes", attributes));
    }

    @Override
    void remove(ResourceRequest request) throws AwsError {
        sqs.call(request.owner(), "DeleteQueue", Map.of("QueueUrl", request.physicalId()));
    }

    @Override
    Map<String, Object> attributes(ResourceRequest request) {
        String url = request.physicalId();
        String name = url.substring(url.lastIndexOf('/') + 1);
        return Map.of(
                "QueueName",
                name,
                "QueueUrl",
                url,
                "Arn",
                "arn:aws:sqs:" + request.owner().region() + ":"
                        + request.owner().account() + ":" + name);
    }
}
