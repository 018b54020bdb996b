package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackCreationTest {

    private static final String BROKEN = """
        Resources:
          Good: {Type: AWS::SNS::Topic}
          Kept: {Type: AWS::SNS::Topic, DeletionPolicy: Retain}
          Bad:
            Type: AWS::S3::BucketPolicy
            DependsOn: [Good, Kept]
            Properties: {Bucket: there-is-no-such-bucket, PolicyDocument: {Statement: []}}
          Never: {Type: AWS::SNS::Topic, DependsOn: Bad}
        """;

    private final Cloud cloud = new Cloud();

    @Test
    void createsResourcesInTheOrderOfTheirDependencies() throws AwsError {
        cloud.call("CreateStack", "StackName", "demo", "TemplateBody", Templates.TOPICS, "ClientRequestToken", "once");

        assertThat(cloud.status("demo")).isEqualTo("CREATE_IN_PROGRESS");
        cloud.pass(Duration.ofMinutes(1));
        assertThat(cloud.status("demo")).isEqualTo("CREATE_COMPLETE");
        assertThat(cloud.history("demo"))
                .containsExactly(
                        "demo CREATE_IN_PROGRESS",
                        "Topic CREATE_IN_PROGRESS",
                        "Topic CREATE_IN_PROGRESS",
                        "Topic CREATE_COMPLETE",
                        "Second CREATE_IN_PROGRESS",
                        "Second CREATE_IN_PROGRESS",
                        "Second CREATE_COMPLETE",
                        "demo CREATE_COMPLETE");
        assertThat(cloud.call("DescribeStackEvents", "StackName", "demo").texts("//ClientRequestToken"))
                .hasSize(8)
                .containsOnly("once");
    }

    @Test
    void showsParametersOutputsAndTags() throws AwsError {
        cloud.created("demo", Templates.TOPICS, "Tags.member.1.Key", "team", "Tags.member.1.Value", "vision");

        Answer stack = cloud.call("DescribeStacks", "StackName", "demo");

        assertThat(stack.text("ParameterValue")).isEqualTo("first");
        assertThat(stack.text("OutputValue")).startsWith("arn:aws:sns:eu-west-1:123456789012:demo-Topic-");
        assertThat(stack.text("StackId"))
                .matches("arn:aws:cloudformation:eu-west-1:123456789012:stack/demo/[-0-9a-f]{36}");
        String topic = cloud.physicalId("demo", "Topic");
        assertThat(cloud.query("sns", "ListTagsForResource", "ResourceArn", topic)
                        .texts("//Value"))
                .containsExactly("vision");
        assertThat(cloud.query("sns", "GetTopicAttributes", "TopicArn", cloud.physicalId("demo", "Second"))
                        .texts("//entry[key='DisplayName']/value"))
                .containsExactly(topic.substring(topic.lastIndexOf(':') + 1));
    }

    @Test
    void independentResourcesAreCreatedAtTheSameTime() throws AwsError {
        cloud.call(
                "CreateStack",
                "StackName",
                "demo",
                "TemplateBody",
                "Resources: {A: {Type: 'AWS::KMS::Key'}, B: {Type: 'AWS::KMS::Key'}, C: {Type: 'AWS::KMS::Key'}}");
        cloud.pass(Duration.ofSeconds(70));

        assertThat(cloud.status("demo")).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void rollsBackAfterAFailure() throws AwsError {
        cloud.created("demo", BROKEN);

        assertThat(cloud.status("demo")).isEqualTo("ROLLBACK_COMPLETE");
        Answer events = cloud.call("DescribeStackEvents", "StackName", "demo");
        assertThat(events.texts(
                        "//member[LogicalResourceId='Bad' and ResourceStatus='CREATE_FAILED']/ResourceStatusReason"))
                .singleElement()
                .asString()
                .startsWith(
                        "Resource handler returned message: \"The specified bucket does not exist (Service: S3, Status"
                                + " Code: 404")
                .contains("HandlerErrorCode: NotFound");
        assertThat(events.texts("//member[ResourceStatus='ROLLBACK_IN_PROGRESS']/ResourceStatusReason"))
                .containsExactly("The following resource(s) failed to create: [Bad]. Rollback requested by user.");
        assertThat(cloud.history("demo"))
                .contains("Good DELETE_COMPLETE", "Kept DELETE_SKIPPED")
                .noneMatch(line -> line.startsWith("Never"));
        assertThat(cloud.query("sns", "ListTopics").texts("//TopicArn"))
                .singleElement()
                .asString()
                .contains("demo-Kept-");
    }

    @Test
    void aRolledBackStackCannotBeUpdated() throws AwsError {
        String id = cloud.created("demo", BROKEN);

        assertThatThrownBy(() -> cloud.call("UpdateStack", "StackName", "demo", "TemplateBody", Templates.TOPICS))
                .hasMessage("Stack:" + id + " is in ROLLBACK_COMPLETE state and can not be updated.");
        assertThatThrownBy(() -> cloud.call("CreateStack", "StackName", "demo", "TemplateBody", Templates.TOPICS))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("AlreadyExistsException"));
    }

    @Test
    void canStayOrVanishAfterAFailure() throws AwsError {
        cloud.created("stays", BROKEN, "OnFailure", "DO_NOTHING");
        String vanished = cloud.created("vanishes", BROKEN, "OnFailure", "DELETE");

        assertThat(cloud.status("stays")).isEqualTo("CREATE_FAILED");
        assertThat(cloud.status(vanished)).isEqualTo("DELETE_COMPLETE");
        assertThatThrownBy(() -> cloud.status("vanishes")).hasMessage("Stack with id vanishes does not exist");
    }

    @Test
    void givesUpOnItsTimeout() throws AwsError {
        cloud.call(
                "CreateStack",
                "StackName",
                "demo",
                "TemplateBody",
                Templates.ENDPOINT,
                "TimeoutInMinutes",
                "2",
                "Parameters.member.1.ParameterKey",
                "ModelDataUrl",
                "Parameters.member.1.ParameterValue",
                "s3://b/k");
        cloud.pass(Duration.ofMinutes(3));

        assertThat(cloud.status("demo")).isEqualTo("ROLLBACK_IN_PROGRESS");
        cloud.pass(Duration.ofMinutes(10));
        assertThat(cloud.status("demo")).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(cloud.sageMaker.endpoints).isEmpty();
    }

    @Test
    void theSameTokenIsTheSameRequest() throws AwsError {
        String[] request = {"StackName", "demo", "TemplateBody", Templates.TOPICS, "ClientRequestToken", "token-1"};

        String first = cloud.call("CreateStack", request).text("StackId");
        String second = cloud.call("CreateStack", request).text("StackId");

        assertThat(second).isEqualTo(first);
        assertThat(cloud.call("ListStacks").texts("//StackSummaries/member")).hasSize(1);
    }

    @Test
    void failsAResourceWhoseNameIsTaken() throws AwsError {
        cloud.objects.createBucket("999999999999", "eu-west-1", "taken");

        cloud.created("demo", "Resources: {B: {Type: 'AWS::S3::Bucket', Properties: {BucketName: taken}}}");

        assertThat(cloud.status("demo")).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(cloud.objects.hasBucket("taken")).isTrue();
    }

    @Test
    void failsAResourceWhosePropertiesDoNotFit() throws AwsError {
        cloud.created("demo", """
            Resources:
              Missing: {Type: AWS::SageMaker::Endpoint}
              Nested:
                Type: AWS::SageMaker::EndpointConfig
                Properties: {ProductionVariants: [{VariantName: a, Foo: 1, InitialInstanceCount: many}]}
            """);
        cloud.created("other", "Resources: {B: {Type: 'AWS::S3::Bucket', Properties: {Name: x}}}");

        List<String> reasons = cloud.call("DescribeStackEvents", "StackName", "demo")
                .texts("//member[ResourceStatus='CREATE_FAILED']/ResourceStatusReason");
        assertThat(reasons)
                .contains("Properties validation failed for resource Missing with message:\n"
                        + "#: required key [EndpointConfigName] not found");
        assertThat(cloud.call("DescribeStackEvents", "StackName", "other")
                        .texts("//member[ResourceStatus='CREATE_FAILED']/ResourceStatusReason"))
                .containsExactly("Properties validation failed for resource B with message:\n"
                        + "#: extraneous key [Name] is not permitted");
    }

    @Test
    void namesEveryProblemOfNestedProperties() throws AwsError {
        cloud.created("demo", """
            Resources:
              Config:
                Type: AWS::SageMaker::EndpointConfig
                Properties: {ProductionVariants: [{VariantName: a, Foo: 1, InitialInstanceCount: many}]}
            """);

        assertThat(cloud.call("DescribeStackEvents", "StackName", "demo")
                        .texts("//member[ResourceStatus='CREATE_FAILED']/ResourceStatusReason"))
                .singleElement()
                .asString()
                .contains("#/ProductionVariants/0: extraneous key [Foo] is not permitted")
                .contains("#/ProductionVariants/0/InitialInstanceCount: expected type: Integer, found: String");
    }

    @Test
    void givesServicesTheTypesOfTheirApi() throws AwsError {
        cloud.created("demo", Templates.ENDPOINT, Templates.parameter("ModelDataUrl", "s3://b/k"));

        Map<?, ?> variant = (Map<?, ?>)
                ((List<?>) cloud.sageMaker.configs.values().iterator().next().get("ProductionVariants")).get(0);
        assertThat(variant.get("InitialInstanceCount")).isEqualTo(1);
        assertThat(variant.get("InitialVariantWeight")).isEqualTo(1);
        Map<?, ?> container =
                (Map<?, ?>) cloud.sageMaker.models.values().iterator().next().get("PrimaryContainer");
        assertThat(container.get("Environment")).isEqualTo(Map.of("LEVEL", "3"));
        assertThat(cloud.physicalId("demo", "Model")).matches("arn:aws:sagemaker:.*:model/model-[a-z0-9]{12}");
    }

    @Test
    void tellsNotificationTopicsAboutEveryEvent() throws AwsError {
        String topic = cloud.query("sns", "CreateTopic", "Name", "watch").text("TopicArn");

        cloud.created("demo", "Resources: {A: {Type: 'AWS::SNS::Topic'}}", "NotificationARNs.member.1", topic);

        assertThat(cloud.services.sns().region(Cloud.ACCOUNT, Cloud.REGION).published(topic))
                .hasSize(5)
                .last()
                .satisfies(message ->
                        assertThat(message.body()).contains("ResourceStatus='CREATE_COMPLETE'", "StackName='demo'"));
    }

    @Test
    void hidesValuesOfParametersWithNoEcho() throws AwsError {
        cloud.created(
                "demo",
                "Parameters: {P: {Type: String, NoEcho: true, Default: secret}}\n"
                        + "Resources: {A: {Type: 'AWS::SNS::Topic'}}");

        assertThat(cloud.call("DescribeStacks", "StackName", "demo").text("ParameterValue"))
                .isEqualTo("****");
    }

    @Test
    void rollsBackLaterWhatWasLeftAsItWas() throws AwsError {
        cloud.created("demo", BROKEN, "OnFailure", "DO_NOTHING");

        cloud.call("RollbackStack", "StackName", "demo");
        cloud.pass(Duration.ofMinutes(10));

        assertThat(cloud.status("demo")).isEqualTo("ROLLBACK_COMPLETE");
        assertThatThrownBy(() -> cloud.call("RollbackStack", "StackName", "demo"))
                .hasMessageContaining("is in ROLLBACK_COMPLETE state and can not be rolled back");
    }
}
