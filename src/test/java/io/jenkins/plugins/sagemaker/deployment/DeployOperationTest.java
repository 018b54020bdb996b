package io.jenkins.plugins.sagemaker.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.TemplateParameter;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

class DeployOperationTest {

    private static final String STACK = FakeCloudFormation.NAME;
    private static final String ENDPOINT_TYPE = "AWS::SageMaker::Endpoint";
    private static final String CONFIG_TYPE = "AWS::SageMaker::EndpointConfig";

    private final FakeCloudFormation cloudFormation = new FakeCloudFormation();
    private final Map<String, DescribeEndpointResponse> endpoints = new HashMap<>();
    private final FakeAws aws = new FakeAws() {
        @Override
        public CloudFormationClient cloudFormation() {
            return cloudFormation;
        }

        @Override
        public SageMakerClient sageMaker() {
            return new Endpoints();
        }

        @Override
        public CloudWatchLogsClient logs() {
            return new Logs();
        }

        @Override
        public Workspace workspace() {
            return null; // the template is given as text
        }
    };

    @Test
    void aFirstDeploymentCreatesTheStackThroughOneChangeSet() throws Exception {
        cloudFormation.changes = List.of(change(ChangeAction.ADD, "Endpoint", ENDPOINT_TYPE, null));

        var deployment = deployment(DeployRequest.Options.DEFAULT).run();
        assertThat(deployment.isRunning()).isTrue();
        cloudFormation.event("Endpoint", ENDPOINT_TYPE, "", "CREATE_IN_PROGRESS", null, deployment.token());
        deployment.run();
        endpointServes("config-1");
        cloudFormation.stackBecomes("CREATE_COMPLETE", deployment.token());
        deployment.run();

        assertThat(cloudFormation.effects).containsExactly("create change set CREATE", "execute change set");
        assertThat(deployment.result().changed()).isTrue();
        assertThat(deployment.result().endpointConfigName()).isEqualTo("config-1");
        assertThat(deployment.result().previousEndpointConfigName()).isEmpty();
        assertThat(deployment.result().consoleUrl()).contains("eu-central-1").contains(STACK);
        assertThat(deployment.lines)
                .contains("  Endpoint (AWS::SageMaker::Endpoint) will be CREATED")
                .filteredOn(line -> line.contains("CREATE_IN_PROGRESS") && line.contains("Endpoint"))
                .hasSize(1);
        assertThat(deployment.lines).noneMatch(line -> line.contains("REVIEW_IN_PROGRESS"));
    }

    @Test
    void anUpdateTellsWhichConfigurationWasServedBefore() throws Exception {
        cloudFormation.existing("UPDATE_COMPLETE");
        endpointServes("config-1");
        cloudFormation.changes = List.of(change(ChangeAction.MODIFY, "Endpoint", ENDPOINT_TYPE, Replacement.FALSE));

        var deployment = deployment(DeployRequest.Options.DEFAULT).run();
        endpointServes("config-2");
        cloudFormation.stackBecomes("UPDATE_COMPLETE", deployment.token());
        deployment.run();

        assertThat(deployment.result().previousEndpointConfigName()).isEqualTo("config-1");
        assertThat(deployment.result().endpointConfigName()).isEqualTo("config-2");
        assertThat(deployment.lines).contains("  Endpoint (AWS::SageMaker::Endpoint) will be updated in place");
    }

    @Test
    void nothingToChangeIsASuccessThatSaysSo() throws Exception {
        cloudFormation.existing("CREATE_COMPLETE");
        endpointServes("config-1");
        cloudFormation.changeSetStatus = ChangeSetStatus.FAILED;
        cloudFormation.changeSetReason =
                "The submitted information didn't contain changes. Submit different information.";

        var deployment = deployment(DeployRequest.Options.DEFAULT).run();

        assertThat(deployment.result().changed()).isFalse();
        assertThat(cloudFormation.effects).containsExactly("create change set UPDATE", "delete change set");
        assertThat(deployment.lines).contains("Nothing has changed: the stack is as the template wants it.");
    }

    @Test
    void aReplacementOfTheEndpointIsRefusedAndLeavesNothingBehind() throws Exception {
        cloudFormation.existing("CREATE_COMPLETE");
        endpointServes("config-1");
        cloudFormation.changes = List.of(change(ChangeAction.MODIFY, "Endpoint", ENDPOINT_TYPE, Replacement.TRUE));

        var deployment = deployment(DeployRequest.Options.DEFAULT).run();

        assertThat(deployment.failure())
                .contains("Endpoint")
                .contains("REPLACED")
                .contains("failOnReplacement");
        assertThat(cloudFormation.effects).containsExactly("create change set UPDATE", "delete change set");
        assertThat(cloudFormation.status).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void aReviewChangesNothingAndRemovesTheStackThatItHadToMake() throws Exception {
        cloudFormation.changes = List.of(change(ChangeAction.ADD, "Endpoint", ENDPOINT_TYPE, null));

        var deployment = deployment(new DeployRequest.Options("", List.of(), Map.of(), false, true, true))
                .run();

        assertThat(cloudFormation.effects)
                .containsExactly("create change set CREATE", "delete change set", "delete stack");
        assertThat(deployment.result().changed()).isFalse();
        assertThat(deployment.lines).contains("  Endpoint (AWS::SageMaker::Endpoint) will be CREATED");
    }

    @Test
    void whatAFailedFirstCreationHasLeftIsDeletedAndCreatedAnew() throws Exception {
        cloudFormation.existing("CREATE_IN_PROGRESS");
        cloudFormation.stackBecomes("CREATE_IN_PROGRESS", "older");
        cloudFormation.stackBecomes("ROLLBACK_COMPLETE", "older");

        var deployment = deployment(DeployRequest.Options.DEFAULT).run();
        assertThat(cloudFormation.effects).containsExactly("delete stack");
        cloudFormation.stackBecomes("DELETE_COMPLETE", deployment.token());
        deployment.run();

        assertThat(cloudFormation.effects)
                .containsExactly("delete stack", "create change set CREATE", "execute change set");
        assertThat(deployment.lines).anyMatch(line -> line.contains("has never served"));
    }

    @Test
    void aStackThatHasEverBeenCompleteIsNotDeletedWhateverItsStatus() throws Exception {
        cloudFormation.existing("CREATE_COMPLETE");
        cloudFormation.stackBecomes("CREATE_COMPLETE", "older");
        for (int i = 0; i < 5; i++) {
            cloudFormation.event("Model", "AWS::SageMaker::Model", "m", "UPDATE_COMPLETE", null, "older");
        }
        cloudFormation.stackBecomes("ROLLBACK_COMPLETE", "older");

        var deployment = deployment(DeployRequest.Options.DEFAULT).run();

        assertThat(deployment.failure()).contains("ROLLBACK_COMPLETE").contains("by hand");
        assertThat(cloudFormation.effects).isEmpty();
    }

    @Test
    void aRollbackThatIsStuckIsContinuedOnce() throws Exception {
        cloudFormation.existing("UPDATE_ROLLBACK_FAILED");

        var deployment = deployment(DeployRequest.Options.DEFAULT).run();
        assertThat(cloudFormation.effects).containsExactly("continue roll-back");
        assertThat(deployment.waitsFor()).isEqualTo("waiting for the stack, which is UPDATE_ROLLBACK_IN_PROGRESS");
        cloudFormation.stackBecomes("UPDATE_ROLLBACK_FAILED", deployment.token());
        deployment.run();

        assertThat(deployment.failure()).contains("UPDATE_ROLLBACK_FAILED");
        assertThat(cloudFormation.effects).containsExactly("continue roll-back");
    }

    @Test
    void anotherOperationsWorkIsWaitedForAndItsEventsAreNotOurs() throws Exception {
        cloudFormation.existing("UPDATE_IN_PROGRESS");
        cloudFormation.stackBecomes("UPDATE_IN_PROGRESS", "somebody");
        endpointServes("config-1");

        var deployment = deployment(DeployRequest.Options.DEFAULT).run();
        assertThat(cloudFormation.effects).isEmpty();
        cloudFormation.stackBecomes("UPDATE_COMPLETE", "somebody");
        deployment.run();
        cloudFormation.stackBecomes("UPDATE_COMPLETE", deployment.token());
        cloudFormation.stackBecomes("UPDATE_IN_PROGRESS", "somebody");
        cloudFormation.stackBecomes("UPDATE_ROLLBACK_COMPLETE", "somebody");
        deployment.run();

        assertThat(deployment.result().changed()).isTrue();
        assertThat(deployment.lines).filteredOn(line -> line.contains("busy")).hasSize(1);
        assertThat(deployment.lines)
                .filteredOn(line -> line.matches("\\d\\d:.*"))
                .hasSize(2);
    }

    @Test
    void theFirstRealFailureIsTheCauseAndTheContainersLastLinesAreShown() throws Exception {
        cloudFormation.existing("CREATE_COMPLETE");
        endpointServes("config-1");

        var deployment = deployment(DeployRequest.Options.DEFAULT).run();
        String token = deployment.token();
        cloudFormation.event("Other", "AWS::SageMaker::Model", "", "UPDATE_FAILED", "Resource update cancelled", token);
        cloudFormation.event(
                "Endpoint", ENDPOINT_TYPE, "", "UPDATE_FAILED", "did not pass\n the ping health check.", token);
        cloudFormation.event("Model", "AWS::SageMaker::Model", "", "DELETE_FAILED", "later trouble", token);
        cloudFormation.stackBecomes("UPDATE_ROLLBACK_COMPLETE", token);
        deployment.run();

        assertThat(deployment.failure())
                .contains("UPDATE_ROLLBACK_COMPLETE")
                .contains("Endpoint (AWS::SageMaker::Endpoint) UPDATE_FAILED: did not pass the ping health check.")
                .doesNotContain("later trouble");
        assertThat(deployment.lines).contains("  | ImportError: no module named model");
    }

    @Test
    void aSilentRollbackIsAFailureThatNamesBothConfigurations() throws Exception {
        cloudFormation.existing("CREATE_COMPLETE");
        endpointServes("config-1");

        var deployment = deployment(DeployRequest.Options.DEFAULT).run();
        cloudFormation.resources.clear();
        cloudFormation.holds("Endpoint", ENDPOINT_TYPE, arn("endpoint", STACK));
        cloudFormation.holds("EndpointConfig", CONFIG_TYPE, arn("endpoint-config", "config-2"));
        cloudFormation.stackBecomes("UPDATE_COMPLETE", deployment.token());
        deployment.run();

        assertThat(deployment.failure())
                .contains("config-1")
                .contains("config-2")
                .contains("rolled it back");
    }

    @Test
    void anEndpointThatIsStillUpdatingIsWaitedFor() throws Exception {
        cloudFormation.existing("CREATE_COMPLETE");
        endpointServes("config-1");

        var deployment = deployment(DeployRequest.Options.DEFAULT).run();
        endpoint("Updating", "config-1", null);
        cloudFormation.stackBecomes("UPDATE_COMPLETE", deployment.token());
        deployment.run();
        assertThat(deployment.isRunning()).isTrue();
        endpoint("UpdateRollbackFailed", "config-1", "no capacity");
        deployment.run();

        assertThat(deployment.failure()).contains("UpdateRollbackFailed").contains("no capacity");
    }

    @Test
    void aChangeSetThatHasBecomeObsoleteIsNotExecuted() throws Exception {
        cloudFormation.existing("CREATE_COMPLETE");
        endpointServes("config-1");
        cloudFormation.changeSetStatus = ChangeSetStatus.CREATE_IN_PROGRESS;
        var deployment = deployment(DeployRequest.Options.DEFAULT).run();
        cloudFormation.changeSets.replaceAll((name, set) -> set.toBuilder()
                .status(ChangeSetStatus.CREATE_COMPLETE)
                .executionStatus(ExecutionStatus.OBSOLETE)
                .build());

        deployment.run();

        assertThat(deployment.failure()).contains("changed by somebody else");
        assertThat(cloudFormation.effects).containsExactly("create change set UPDATE", "delete change set");
    }

    @Test
    void aParameterThatTheTemplateDoesNotHaveIsNamedBeforeAnythingHappens() {
        cloudFormation.declared = List.of(
                TemplateParameter.builder().parameterKey("Image").build(),
                TemplateParameter.builder()
                        .parameterKey("Typ")
                        .defaultValue("x")
                        .build());

        assertThatThrownBy(() -> deployment(DeployRequest.Options.DEFAULT, Map.of("Imge", "x", "Image", "y"))
                        .run())
                .isInstanceOf(RemoteException.class)
                .hasMessage("The template has no parameter Imge. Its parameters are: Image, Typ.");
        assertThatThrownBy(() -> deployment(DeployRequest.Options.DEFAULT).run())
                .hasMessage("The template needs a value for the parameter Image. Its parameters are: Image, Typ.");
        assertThat(cloudFormation.effects).isEmpty();
    }

    @Test
    void theEndpointsNameAndOnlyTheNeededCapabilitiesAreGiven() throws Exception {
        cloudFormation.declared =
                List.of(TemplateParameter.builder().parameterKey("EndpointName").build());
        cloudFormation.capabilities = List.of(Capability.CAPABILITY_IAM);

        var deployment = deployment(DeployRequest.Options.DEFAULT).run();

        assertThat(cloudFormation.created.parameters())
                .containsExactly(Parameter.builder()
                        .parameterKey("EndpointName")
                        .parameterValue(STACK)
                        .build());
        assertThat(cloudFormation.created.capabilities()).containsExactly(Capability.CAPABILITY_IAM);
        assertThat(deployment.lines).contains("Acknowledged, as the template needs it: CAPABILITY_IAM");
    }

    @Test
    void keptParametersKeepTheirValueInTheStack() throws Exception {
        cloudFormation.existing("CREATE_COMPLETE");
        endpointServes("config-1");
        cloudFormation.declared =
                List.of(TemplateParameter.builder().parameterKey("Image").build());

        var keeping = new DeployRequest.Options("", List.of(), Map.of(), true, true, false);
        assertThatThrownBy(() -> deployment(keeping).run())
                .hasMessageContaining("needs a value for the parameter Image");
        cloudFormation.parameters = List.of(
                Parameter.builder().parameterKey("Image").parameterValue("old").build());
        deployment(keeping).run();

        assertThat(cloudFormation.created.parameters())
                .containsExactly(Parameter.builder()
                        .parameterKey("Image")
                        .usePreviousValue(true)
                        .build());
    }

    @Test
    void cancellingBeforeTheExecutionLeavesNothingBehind() throws Exception {
        cloudFormation.changeSetStatus = ChangeSetStatus.CREATE_IN_PROGRESS;
        var deployment = deployment(DeployRequest.Options.DEFAULT).run();

        assertThat(deployment.cancel()).isFalse();

        assertThat(cloudFormation.effects)
                .containsExactly("create change set CREATE", "delete change set", "delete stack");
    }

    @Test
    void cancellingAnUpdateRollsItBackOnce() throws Exception {
        cloudFormation.existing("CREATE_COMPLETE");
        endpointServes("config-1");
        var deployment = deployment(DeployRequest.Options.DEFAULT).run();

        assertThat(deployment.cancel()).isTrue();

        cloudFormation.stackBecomes("UPDATE_ROLLBACK_COMPLETE", deployment.token() + "-cancel");
        deployment.run();
        assertThat(cloudFormation.effects)
                .containsExactly("create change set UPDATE", "execute change set", "cancel update");
        assertThat(deployment.failure()).contains("UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void cancellingAFirstCreationDeletesIt() throws Exception {
        var deployment = deployment(DeployRequest.Options.DEFAULT).run();

        assertThat(deployment.cancel()).isTrue();

        assertThat(cloudFormation.effects)
                .containsExactly("create change set CREATE", "execute change set", "delete stack");
    }

    @Test
    void cancellingWhenAllIsDoneTouchesNothing() throws Exception {
        cloudFormation.existing("CREATE_COMPLETE");
        endpointServes("config-1");
        var deployment = deployment(DeployRequest.Options.DEFAULT).run();
        endpoint("Updating", "config-1", null);
        cloudFormation.stackBecomes("UPDATE_COMPLETE", deployment.token());
        deployment.run();

        assertThat(deployment.cancel()).isFalse();

        assertThat(cloudFormation.effects).containsExactly("create change set UPDATE", "execute change set");
    }

    @Test
    void namesThatAwsDoesNotTakeAreRefusedWithASentence() {
        assertThatThrownBy(() -> new DeployRequest(
                        "1st", "", new Template.Text("x"), Map.of(), "", DeployRequest.Options.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("stackName '1st' is not a stack name");
        assertThatThrownBy(() -> new DeployRequest(
                        "a".repeat(64), "", new Template.Text("x"), Map.of(), "", DeployRequest.Options.DEFAULT))
                .hasMessageContaining("is not an endpoint name");
    }

    private Deployment deployment(DeployRequest.Options options) {
        return deployment(options, Map.of());
    }

    private Deployment deployment(DeployRequest.Options options, Map<String, String> parameters) {
        return new Deployment(
                new DeployRequest(STACK, "", new Template.Text("Resources: {}"), parameters, "", options), aws);
    }

    private void endpointServes(String config) {
        cloudFormation.resources.clear();
        cloudFormation.holds("Endpoint", ENDPOINT_TYPE, arn("endpoint", STACK));
        cloudFormation.holds("EndpointConfig", CONFIG_TYPE, arn("endpoint-config", config));
        endpoint("InService", config, null);
    }

    private void endpoint(String status, String config, String reason) {
        endpoints.put(
                STACK,
                DescribeEndpointResponse.builder()
                        .endpointName(STACK)
                        .endpointArn(arn("endpoint", STACK))
                        .endpointConfigName(config)
                        .endpointStatus(status)
                        .failureReason(reason)
                        .build());
    }

    private static String arn(String kind, String name) {
        return "arn:aws:sagemaker:eu-central-1:123456789012:" + kind + "/" + name;
    }

    private static Change change(ChangeAction action, String logicalId, String type, Replacement replacement) {
        return Change.builder()
                .resourceChange(c -> c.action(action)
                        .logicalResourceId(logicalId)
                        .resourceType(type)
                        .replacement(replacement))
                .build();
    }

    private final class Endpoints implements SageMakerClient {
        @Override
        public DescribeEndpointResponse describeEndpoint(DescribeEndpointRequest request) {
            var found = endpoints.get(request.endpointName());
            if (found == null) {
                throw SageMakerException.builder()
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("ValidationException")
                                .errorMessage("Could not find endpoint \"" + request.endpointName() + "\".")
                                .build())
                        .statusCode(400)
                        .build();
            }
            return found;
        }

        @Override
        public String serviceName() {
            return "sagemaker";
        }

        @Override
        public void close() {}
    }

    private static final class Logs implements CloudWatchLogsClient {
        @Override
        public DescribeLogStreamsResponse describeLogStreams(DescribeLogStreamsRequest request) {
            return DescribeLogStreamsResponse.builder()
                    .logStreams(
                            LogStream.builder().logStreamName("AllTraffic/i-1").build())
                    .build();
        }

        @Override
        public GetLogEventsResponse getLogEvents(GetLogEventsRequest request) {
            assertThat(request.logGroupName()).isEqualTo("/aws/sagemaker/Endpoints/" + STACK);
            return GetLogEventsResponse.builder()
                    .events(OutputLogEvent.builder()
                            .message("ImportError: no module named model\n")
                            .build())
                    .build();
        }

        @Override
        public String serviceName() {
            return "logs";
        }

        @Override
        public void close() {}
    }
}
