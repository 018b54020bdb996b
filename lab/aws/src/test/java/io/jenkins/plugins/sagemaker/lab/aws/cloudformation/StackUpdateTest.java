package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StackUpdateTest {

    private final Cloud cloud = new Cloud();

    @Test
    void changesInPlaceWhatCanBeChanged() throws AwsError {
        cloud.created("demo", Templates.TOPICS);
        String before = cloud.physicalId("demo", "Topic");

        cloud.updated("demo", Templates.TOPICS, Templates.parameter("Name", "second"));

        assertThat(cloud.status("demo")).isEqualTo("UPDATE_COMPLETE");
        assertThat(cloud.physicalId("demo", "Topic")).isEqualTo(before);
        assertThat(cloud.query("sns", "GetTopicAttributes", "TopicArn", before)
                        .texts("//entry[key='DisplayName']/value"))
                .containsExactly("second");
        assertThat(cloud.history("demo").subList(8, 13))
                .containsExactly(
                        "demo UPDATE_IN_PROGRESS",
                        "Topic UPDATE_IN_PROGRESS",
                        "Topic UPDATE_COMPLETE",
                        "demo UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                        "demo UPDATE_COMPLETE");
    }

    @Test
    void refusesAnUpdateWithoutChanges() throws AwsError {
        cloud.created("demo", Templates.TOPICS);

        assertThatThrownBy(() -> cloud.updated("demo", Templates.TOPICS))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("ValidationError"))
                .hasMessage("No updates are to be performed.");
    }

    @Test
    void refusesWhileAnotherOperationGoesOn() throws AwsError {
        String id = cloud.created("demo", Templates.TOPICS);
        cloud.call(
                "UpdateStack",
                "StackName",
                "demo",
                "UsePreviousTemplate",
                "true",
                "Tags.member.1.Key",
                "a",
                "Tags.member.1.Value",
                "b");

        assertThatThrownBy(() -> cloud.call("UpdateStack", "StackName", "demo", "TemplateBody", Templates.TOPICS))
                .hasMessage("Stack:" + id + " is in UPDATE_IN_PROGRESS state and can not be updated.");
        assertThatThrownBy(() -> cloud.call("DeleteStack", "StackName", "demo"))
                .hasMessage("Stack [demo] cannot be deleted while in status UPDATE_IN_PROGRESS");
    }

    @Test
    void replacesFirstAndDeletesAfterwards() throws AwsError {
        cloud.created("demo", "Resources: {B: {Type: 'AWS::S3::Bucket', Properties: {BucketName: one}}}");

        cloud.updated("demo", "Resources: {B: {Type: 'AWS::S3::Bucket', Properties: {BucketName: two}}}");

        assertThat(cloud.history("demo").subList(5, 13))
                .containsExactly(
                        "demo UPDATE_IN_PROGRESS",
                        "B UPDATE_IN_PROGRESS",
                        "B UPDATE_IN_PROGRESS",
                        "B UPDATE_COMPLETE",
                        "demo UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                        "B DELETE_IN_PROGRESS",
                        "B DELETE_COMPLETE",
                        "demo UPDATE_COMPLETE");
        assertThat(cloud.objects.hasBucket("one")).isFalse();
        assertThat(cloud.physicalId("demo", "B")).isEqualTo("two");
    }

    @Test
    void addsAndRemovesResources() throws AwsError {
        cloud.created(
                "demo",
                "Resources: {A: {Type: 'AWS::SNS::Topic'}, R: {Type: 'AWS::SNS::Topic', DeletionPolicy: Retain}}");

        cloud.updated("demo", "Resources: {B: {Type: 'AWS::SNS::Topic'}}");

        assertThat(cloud.history("demo")).contains("B CREATE_COMPLETE", "A DELETE_COMPLETE", "R DELETE_SKIPPED");
        assertThat(cloud.call("ListStackResources", "StackName", "demo").texts("//LogicalResourceId"))
                .containsExactly("B");
    }

    @Test
    void refusesToReplaceWhatHasANameOfItsOwn() throws AwsError {
        cloud.created("demo", role("/one/"), "Capabilities.member.1", "CAPABILITY_NAMED_IAM");

        cloud.updated("demo", role("/two/"), "Capabilities.member.1", "CAPABILITY_NAMED_IAM");

        assertThat(cloud.status("demo")).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(cloud.call("DescribeStackEvents", "StackName", "demo")
                        .texts("//member[ResourceStatus='UPDATE_FAILED']/ResourceStatusReason"))
                .containsExactly("CloudFormation cannot update a stack when a custom-named resource requires replacing."
                        + " Rename worker and update the stack again.");
    }

    private static String role(String path) {
        return "Resources: {R: {Type: 'AWS::IAM::Role', Properties: {RoleName: worker, Path: " + path
                + ", AssumeRolePolicyDocument: {Statement: []}}}}";
    }

    @Test
    void aFailureRestoresWhatWasChangedAndDeletesWhatWasMade() throws AwsError {
        cloud.created("demo", Templates.TOPICS);
        String topic = cloud.physicalId("demo", "Topic");
        String broken = Templates.TOPICS.replace("Outputs:", """
              New: {Type: AWS::SNS::Topic, DependsOn: Topic}
              Bad:
                Type: AWS::S3::BucketPolicy
                DependsOn: New
                Properties: {Bucket: there-is-no-such-bucket, PolicyDocument: {Statement: []}}
            Outputs:
            """.stripTrailing());

        cloud.updated("demo", broken, Templates.parameter("Name", "second"));

        assertThat(cloud.history("demo").subList(8, cloud.history("demo").size()))
                .containsExactly(
                        "demo UPDATE_IN_PROGRESS",
                        "Topic UPDATE_IN_PROGRESS",
                        "Topic UPDATE_COMPLETE",
                        "New CREATE_IN_PROGRESS",
                        "New CREATE_IN_PROGRESS",
                        "New CREATE_COMPLETE",
                        "Bad CREATE_IN_PROGRESS",
                        "Bad CREATE_FAILED",
                        "demo UPDATE_ROLLBACK_IN_PROGRESS",
                        "Topic UPDATE_IN_PROGRESS",
                        "Topic UPDATE_COMPLETE",
                        "demo UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
                        "Bad DELETE_COMPLETE",
                        "New DELETE_IN_PROGRESS",
                        "New DELETE_COMPLETE",
                        "demo UPDATE_ROLLBACK_COMPLETE");
        assertThat(cloud.query("sns", "GetTopicAttributes", "TopicArn", topic)
                        .texts("//entry[key='DisplayName']/value"))
                .containsExactly("first");
        assertThat(cloud.call("DescribeStacks", "StackName", "demo").text("ParameterValue"))
                .isEqualTo("first");
        assertThat(cloud.query("sns", "ListTopics").texts("//TopicArn")).hasSize(2);
    }

    @Test
    void anotherAttemptFollowsAFailureWithoutRollback() throws AwsError {
        cloud.created("demo", "Resources: {A: {Type: 'AWS::SNS::Topic'}}");
        String policy = "Resources: {A: {Type: 'AWS::SNS::Topic'}, P: {Type: 'AWS::S3::BucketPolicy', Properties:"
                + " {Bucket: late, PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Deny, Principal: '*',"
                + " Action: 's3:*', Resource: 'arn:aws:s3:::late/*'}]}}}}";
        cloud.updated("demo", policy, "DisableRollback", "true");
        assertThat(cloud.status("demo")).isEqualTo("UPDATE_FAILED");
        cloud.objects.createBucket(Cloud.ACCOUNT, Cloud.REGION, "late");

        cloud.updated("demo", policy);

        assertThat(cloud.status("demo")).isEqualTo("UPDATE_COMPLETE");
    }

    @Test
    void keepsThePreviousValuesOfParameters() throws AwsError {
        cloud.created("demo", Templates.TOPICS, Templates.parameter("Name", "mine"));

        cloud.call(
                "UpdateStack",
                "StackName",
                "demo",
                "UsePreviousTemplate",
                "true",
                "Parameters.member.1.ParameterKey",
                "Name",
                "Parameters.member.1.UsePreviousValue",
                "true",
                "Tags.member.1.Key",
                "a",
                "Tags.member.1.Value",
                "b");
        cloud.pass(Duration.ofMinutes(5));

        assertThat(cloud.status("demo")).isEqualTo("UPDATE_COMPLETE");
        assertThat(cloud.call("DescribeStacks", "StackName", "demo").text("ParameterValue"))
                .isEqualTo("mine");
        assertThat(cloud.query("sns", "ListTagsForResource", "ResourceArn", cloud.physicalId("demo", "Topic"))
                        .texts("//Key"))
                .containsExactly("a");
    }

    @Test
    void refusesAnotherTypeUnderTheSameName() throws AwsError {
        cloud.created("demo", "Resources: {A: {Type: 'AWS::SNS::Topic'}}");

        assertThatThrownBy(() -> cloud.updated("demo", "Resources: {A: {Type: 'AWS::SQS::Queue'}}"))
                .hasMessage("Update of resource type is not permitted. The new template modifies resource type of the"
                        + " following resources: [A]");
    }

    @Test
    void cancellingRollsBack() throws AwsError {
        cloud.created("demo", Templates.ENDPOINT, Templates.parameter("ModelDataUrl", "s3://b/one"));
        Object config = cloud.sageMaker.endpoints.get("digits-qa").get("EndpointConfigName");
        cloud.call(
                "UpdateStack",
                "StackName",
                "demo",
                "UsePreviousTemplate",
                "true",
                "Parameters.member.1.ParameterKey",
                "ModelDataUrl",
                "Parameters.member.1.ParameterValue",
                "s3://b/two");
        cloud.pass(Duration.ofMinutes(1));

        cloud.call("CancelUpdateStack", "StackName", "demo", "ClientRequestToken", "stop");

        assertThat(cloud.status("demo")).isEqualTo("UPDATE_ROLLBACK_IN_PROGRESS");
        assertThatThrownBy(() -> cloud.call("CancelUpdateStack", "StackName", "demo"))
                .hasMessage("CancelUpdateStack cannot be called from current stack status");
        cloud.pass(Duration.ofMinutes(30));
        assertThat(cloud.status("demo")).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(cloud.sageMaker.endpoints.get("digits-qa").get("EndpointConfigName"))
                .isEqualTo(config);
        assertThat(cloud.sageMaker.models).hasSize(1);
        assertThat(cloud.history("demo")).contains("Endpoint UPDATE_FAILED");
    }

    @Test
    void aFailureWithoutRollbackIsRolledBackOnDemand() throws AwsError {
        cloud.created("demo", "Resources: {A: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: first}}}");
        cloud.updated("demo", """
            Resources:
              A: {Type: AWS::SNS::Topic, Properties: {DisplayName: second}}
              B:
                Type: AWS::S3::BucketPolicy
                DependsOn: A
                Properties: {Bucket: there-is-no-such-bucket, PolicyDocument: {Statement: []}}
            """, "DisableRollback", "true");
        String topic = cloud.physicalId("demo", "A");
        assertThat(cloud.status("demo")).isEqualTo("UPDATE_FAILED");

        cloud.call("RollbackStack", "StackName", "demo");
        cloud.pass(Duration.ofMinutes(10));

        assertThat(cloud.status("demo")).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(cloud.query("sns", "GetTopicAttributes", "TopicArn", topic)
                        .texts("//entry[key='DisplayName']/value"))
                .containsExactly("first");
        assertThat(cloud.call("ListStackResources", "StackName", "demo").texts("//LogicalResourceId"))
                .containsExactly("A");
    }
}
