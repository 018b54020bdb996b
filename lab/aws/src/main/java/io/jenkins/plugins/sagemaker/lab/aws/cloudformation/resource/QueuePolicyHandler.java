package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.time.Duration;
import java.util.Map;

/** {@code AWS::SQS::QueuePolicy}: sets the policy of queues. */
final class QueuePolicyHandler extends ServiceHandler {

    private final JsonClient sqs;

    QueuePolicyHandler(JsonClient sqs) {
        super("Sqs", Duration.ofSeconds(2));
        this.sqs = sqs;
    }

    @Override
    String make(ResourceRequest request) {
        return PhysicalNames.of(request, 128);
    }

    @Override
    void configure(ResourceRequest request) throws AwsError {
        String policy = JsonClient.text(request.properties().get("PolicyDocument"));
        Attachments.change(request, "Queues", queue -> set(request, queue, policy), queue -> set(request, queue, ""));
    }

    @Override
    void remove(ResourceRequest request) throws AwsError {
        Attachments.clear(request, "Queues", queue -> set(request, queue, ""));
    }

    private void set(ResourceRequest request, String queue, String policy) throws AwsError {
        sqs.call(
                request.owner(),
                "SetQueueAttributes",
                Map.of("QueueUrl", queue, "Attributes", Map.of("Policy", policy)));
    }

    @Override
    Map<String, Object> attributes(ResourceRequest request) {
        return Map.of("Id", request.physicalId());
    }
}
