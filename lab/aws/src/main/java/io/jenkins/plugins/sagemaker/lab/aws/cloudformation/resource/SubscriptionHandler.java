package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.sns.Sns;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** {@code AWS::SNS::Subscription}; its physical id is the ARN. */
final class SubscriptionHandler extends ServiceHandler {

    private final Sns sns;

    SubscriptionHandler(Sns sns) {
        super("Sns", Duration.ofSeconds(3));
        this.sns = sns;
    }

    @Override
    String make(ResourceRequest request) throws AwsError {
        return sns.region(request.owner().account(), request.owner().region())
                .subscribe(
                        request.text("TopicArn"),
                        request.text("Protocol"),
                        Objects.requireNonNullElse(request.text("Endpoint"), ""));
    }

    @Override
    void configure(ResourceRequest request) {
        // Filters and delivery policies have no effect, as nothing is delivered.
    }

    @Override
    void remove(ResourceRequest request) {
        sns.region(request.owner().account(), request.owner().region()).unsubscribe(request.physicalId());
    }

    @Override
    Map<String, Object> attributes(ResourceRequest request) {
        return Map.of("Arn", request.physicalId());
    }
}
