package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointStackTest {

    private final Cloud cloud = new Cloud();

    @BeforeEach
    void createEndpoint() throws AwsError {
        cloud.created("demo", Templates.ENDPOINT, Templates.parameter("ModelDataUrl", "s3://b/one"));
    }

    private void update(String modelData) throws AwsError {
        cloud.updated("demo", Templates.ENDPOINT, Templates.parameter("ModelDataUrl", modelData));
    }

    private Object config() {
        return cloud.sageMaker.endpoints.get("digits-qa").get("EndpointConfigName");
    }

    @Test
    void showsNameAndArn() throws AwsError {
        Answer stack = cloud.call("DescribeStacks", "StackName", "demo");

        assertThat(stack.texts("//member[OutputKey='EndpointName']/OutputValue"))
                .containsExactly("digits-qa");
        assertThat(stack.texts("//member[OutputKey='EndpointArn']/OutputValue"))
                .containsExactly("arn:aws:sagemaker:eu-west-1:123456789012:endpoint/digits-qa");
    }

    @Test
    void aNewModelReplacesModelAndConfigurationAndUpdatesTheEndpointInPlace() throws AwsError {
        Object before = config();

        update("s3://b/two");

        assertThat(cloud.status("demo")).isEqualTo("UPDATE_COMPLETE");
        assertThat(config()).isNotEqualTo(before);
        assertThat(cloud.sageMaker.models).hasSize(1);
        assertThat(cloud.sageMaker.configs).hasSize(1).containsKey(config().toString());
        assertThat(cloud.sageMaker.updates)
                .singleElement()
                .satisfies(update -> assertThat(update)
                        .containsEntry("EndpointName", "digits-qa")
                        .containsEntry("RetainAllVariantProperties", true)
                        .containsKey("DeploymentConfig"));
    }

    @Test
    void theEndpointTakesAsLongAsSageMakerDoes() throws AwsError {
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

        cloud.pass(FakeSageMaker.ROLLOUT);
        assertThat(cloud.status("demo")).isEqualTo("UPDATE_IN_PROGRESS");
        cloud.pass(Duration.ofMinutes(2));
        assertThat(cloud.status("demo")).isEqualTo("UPDATE_COMPLETE");
    }

    @Test
    void aSilentRollbackOfSageMakerFailsTheUpdate() throws AwsError {
        Object before = config();
        cloud.sageMaker.fate = FakeSageMaker.Fate.SILENT_ROLLBACK;

        update("s3://b/two");

        assertThat(cloud.status("demo")).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(config()).isEqualTo(before);
        assertThat(cloud.sageMaker.models).hasSize(1);
        assertThat(cloud.sageMaker.configs).containsOnlyKeys(before.toString());
        assertThat(cloud.call("DescribeStackEvents", "StackName", "demo")
                        .texts("//member[LogicalResourceId='Endpoint' and"
                                + " ResourceStatus='UPDATE_FAILED']/ResourceStatusReason"))
                .singleElement()
                .asString()
                .contains("The update was rolled back", before.toString(), "HandlerErrorCode: NotStabilized");
    }

    @Test
    void anEndpointThatCannotBeBroughtBackIsLeftToContinue() throws AwsError {
        cloud.sageMaker.fate = FakeSageMaker.Fate.FAILURE;

        update("s3://b/two");

        assertThat(cloud.status("demo")).isEqualTo("UPDATE_ROLLBACK_FAILED");
        cloud.sageMaker.endpoints.get("digits-qa").put("EndpointStatus", "InService");
        cloud.call("ContinueUpdateRollback", "StackName", "demo", "ClientRequestToken", "go-on");
        cloud.pass(Duration.ofMinutes(10));
        assertThat(cloud.status("demo")).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(cloud.sageMaker.models).hasSize(1);
    }

    @Test
    void aResourceCanBeSkippedWhenARollbackContinues() throws AwsError {
        cloud.sageMaker.fate = FakeSageMaker.Fate.FAILURE;
        update("s3://b/two");

        cloud.call("ContinueUpdateRollback", "StackName", "demo", "ResourcesToSkip.member.1", "Endpoint");
        cloud.pass(Duration.ofMinutes(10));

        assertThat(cloud.status("demo")).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void aFailedEndpointRollsTheCreationBackWithItsReason() throws AwsError {
        cloud.sageMaker.fate = FakeSageMaker.Fate.FAILURE;

        cloud.created(
                "other",
                Templates.ENDPOINT.replace("digits-qa", "digits-prod"),
                Templates.parameter("ModelDataUrl", "s3://b/one"));

        assertThat(cloud.status("other")).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(cloud.call("DescribeStackEvents", "StackName", "other")
                        .texts("//member[ResourceStatus='CREATE_FAILED']/ResourceStatusReason"))
                .singleElement()
                .asString()
                .contains("did not stabilize", "The primary container did not pass the ping health check.");
        assertThat(cloud.sageMaker.endpoints).containsOnlyKeys("digits-qa");
    }

    @Test
    void anEndpointNameThatIsTakenFailsTheCreation() throws AwsError {
        cloud.created("other", Templates.ENDPOINT, Templates.parameter("ModelDataUrl", "s3://b/one"));

        assertThat(cloud.status("other")).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(cloud.call("DescribeStackEvents", "StackName", "other")
                        .texts("//member[ResourceStatus='CREATE_FAILED']/ResourceStatusReason"))
                .singleElement()
                .asString()
                .contains("HandlerErrorCode: AlreadyExists");
        assertThat(cloud.sageMaker.endpoints).containsOnlyKeys("digits-qa");
    }

    @Test
    void deletingTheStackDeletesTheEndpointFirst() throws AwsError {
        cloud.sageMaker.operations.clear();

        cloud.call("DeleteStack", "StackName", "demo");
        cloud.pass(Duration.ofMinutes(5));

        assertThat(cloud.sageMaker.operations.stream().filter(operation -> operation.startsWith("Delete")))
                .containsExactly("DeleteEndpoint", "DeleteEndpointConfig", "DeleteModel");
        assertThat(cloud.sageMaker.endpoints).isEmpty();
    }

    @Test
    void deletingTheStackWhileTheEndpointIsCreatedWaitsForIt() throws AwsError {
        String id = cloud.call(
                        "CreateStack",
                        "StackName",
                        "other",
                        "TemplateBody",
                        Templates.ENDPOINT.replace("digits-qa", "digits-prod"),
                        "Parameters.member.1.ParameterKey",
                        "ModelDataUrl",
                        "Parameters.member.1.ParameterValue",
                        "s3://b/one")
                .text("StackId");
        cloud.pass(Duration.ofMinutes(1));
        assertThat(cloud.sageMaker.endpoints).containsKey("digits-prod");

        cloud.call("DeleteStack", "StackName", "other");

        assertThat(cloud.status("other")).isEqualTo("DELETE_IN_PROGRESS");
        cloud.pass(Duration.ofMinutes(10));
        assertThat(cloud.status(id)).isEqualTo("DELETE_COMPLETE");
        assertThat(cloud.sageMaker.endpoints).containsOnlyKeys("digits-qa");
        assertThat(cloud.sageMaker.models).hasSize(1);
    }

    @Test
    void anEndpointThatSomebodyDeletedIsNoObstacle() throws AwsError {
        cloud.sageMaker.endpoints.clear();
        String id = cloud.call("DescribeStacks", "StackName", "demo").text("StackId");

        cloud.call("DeleteStack", "StackName", "demo");
        cloud.pass(Duration.ofMinutes(5));

        assertThat(cloud.status(id)).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void theParametersOfTheStackReachTheModel() {
        assertThat(cloud.sageMaker.models.values())
                .singleElement()
                .satisfies(model -> assertThat((Map<?, ?>) model.get("PrimaryContainer"))
                        .extracting("ModelDataUrl")
                        .isEqualTo("s3://b/one"));
    }
}
