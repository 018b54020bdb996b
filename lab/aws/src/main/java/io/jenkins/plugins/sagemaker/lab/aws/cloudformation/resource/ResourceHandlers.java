package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;
import io.jenkins.plugins.sagemaker.lab.aws.iam.Iam;
import io.jenkins.plugins.sagemaker.lab.aws.kms.Kms;
import io.jenkins.plugins.sagemaker.lab.aws.sns.Sns;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** The handlers of all resource types, by type. */
public final class ResourceHandlers {

    private final Map<String, ResourceHandler> handlers = new LinkedHashMap<>();

    public ResourceHandlers(Surroundings surroundings, Iam iam, Sns sns, Kms kms) {
        JsonClient sagemaker = new JsonClient(surroundings.dispatcher(), "sagemaker");
        S3Client s3 = new S3Client(surroundings.dispatcher());
        handlers.put("AWS::SageMaker::Model", new SageMakerRecordHandler(sagemaker, "Model"));
        handlers.put("AWS::SageMaker::EndpointConfig", new SageMakerRecordHandler(sagemaker, "EndpointConfig"));
        handlers.put("AWS::SageMaker::Endpoint", new EndpointHandler(sagemaker));
        handlers.put("AWS::IAM::Role", new RoleHandler(iam));
        handlers.put("AWS::IAM::Policy", new InlinePolicyHandler(iam));
        handlers.put("AWS::IAM::ManagedPolicy", new ManagedPolicyHandler(iam));
        handlers.put("AWS::IAM::InstanceProfile", new InstanceProfileHandler(iam));
        handlers.put("AWS::S3::Bucket", new BucketHandler(s3));
        handlers.put("AWS::S3::BucketPolicy", new BucketPolicyHandler(s3));
        handlers.put("AWS::SNS::Topic", new TopicHandler(sns));
        handlers.put("AWS::SNS::TopicPolicy", new TopicPolicyHandler(sns));
        handlers.put("AWS::SNS::Subscription", new SubscriptionHandler(sns));
        handlers.put("AWS::KMS::Key", new KeyHandler(kms));
        handlers.put("AWS::KMS::Alias", new AliasHandler(kms));
        handlers.put("AWS::Logs::LogGroup", new LogGroupHandler(new JsonClient(surroundings.dispatcher(), "logs")));
        JsonClient sqs = new JsonClient(surroundings.dispatcher(), "sqs");
        handlers.put("AWS::SQS::Queue", new QueueHandler(sqs));
        handlers.put("AWS::SQS::QueuePolicy", new QueuePolicyHandler(sqs));
        handlers.put("AWS::Events::Rule", new RuleHandler(new JsonClient(surroundings.dispatcher(), "events")));
        recordOnly();
    }

    /** The handler of a type that {@link ResourceTypes} knows. */
    public ResourceHandler of(String type) {
        return Objects.requireNonNull(handlers.get(type), type);
    }

    private void recordOnly() {
        record(
                "AWS::CloudWatch::Alarm",
                named("AlarmName", 255),
                request -> Map.of("Arn", arn("cloudwatch", request, "alarm:" + request.physicalId())));
        record(
                "AWS::ApplicationAutoScaling::ScalableTarget",
                ResourceHandlers::scalableTarget,
                request -> Map.of("Id", request.physicalId()));
        record(
                "AWS::ApplicationAutoScaling::ScalingPolicy",
                ResourceHandlers::scalingPolicy,
                request -> Map.of("Arn", request.physicalId()));
        record("AWS::CloudFormation::WaitConditionHandle", ResourceHandlers::waitHandle, request -> Map.of());
    }

    private void record(
            String type,
            Function<ResourceRequest, String> ids,
            Function<ResourceRequest, Map<String, Object>> attributes) {
        handlers.put(type, new RecordOnlyHandler(ids, attributes));
    }

    private static Function<ResourceRequest, String> named(String property, int limit) {
        return request -> Objects.requireNonNullElseGet(request.text(property), () -> PhysicalNames.of(request, limit));
    }

    private static String scalableTarget(ResourceRequest request) {
        return request.text("ResourceId") + "|" + request.text("ScalableDimension") + "|"
                + request.text("ServiceNamespace");
    }

    private static String scalingPolicy(ResourceRequest request) {
        String[] target =
                Objects.requireNonNullElse(request.text("ScalingTargetId"), "").split("\\|");
        String namespace = target.length == 3 ? target[2] : request.text("ServiceNamespace");
        String resource = target.length == 3 ? target[0] : request.text("ResourceId");
        return arn(
                "autoscaling",
                request,
                "scalingPolicy:" + UUID.randomUUID() + ":resource/" + namespace + "/" + resource + ":policyName/"
                        + request.text("PolicyName"));
    }

    private static String waitHandle(ResourceRequest request) {
        return "https://cloudformation-waitcondition-" + request.owner().region() + ".s3.amazonaws.com/"
                + request.owner().stackId() + "/" + request.logicalId();
    }

    private static String arn(String service, ResourceRequest request, String resource) {
        return "arn:aws:" + service + ":" + request.owner().region() + ":"
                + request.owner().account() + ":" + resource;
    }
}
