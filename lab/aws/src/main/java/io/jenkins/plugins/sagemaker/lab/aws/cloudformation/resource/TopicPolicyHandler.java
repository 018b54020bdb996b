package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.sns.Sns;
import io.jenkins.plugins.sagemaker.lab.aws.sns.SnsRegion;
import java.time.Duration;
import java.util.Map;

/** {@code AWS::SNS::TopicPolicy}: sets the policy of topics. */
final class TopicPolicyHandler extends ServiceHandler {

    private final Sns sns;

    TopicPolicyHandler(Sns sns) {
        super("Sns", Duration.ofSeconds(2));
        this.sns = sns;
    }

    @Override
    String make(ResourceRequest request) {
        return PhysicalNames.of(request, 128);
    }

    @Override
    void configure(ResourceRequest request) throws AwsError {
        String policy = JsonClient.text(request.properties().get("PolicyDocument"));
        SnsRegion region = region(request);
        Attachments.change(
                request,
                "Topics",
                topic -> region.setAttributes(topic, Map.of("Policy", policy)),
                topic -> region.setAttributes(topic, Map.of("Policy", "")));
    }

    @Override
    void remove(ResourceRequest request) throws AwsError {
        SnsRegion region = region(request);
        Attachments.clear(request, "Topics", topic -> region.setAttributes(topic, Map.of("Policy", "")));
    }

    @Override
    Map<String, Object> attributes(ResourceRequest request) {
        return Map.of("Id", request.physicalId());
    }

    private SnsRegion region(ResourceRequest request) {
        return sns.region(request.owner().account(), request.owner().region());
    }
}
