package io.jenkins.plugins.sagemaker.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.aws.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;

class UnheardChangeTest {

    private static final String STACK = FakeCloudFormation.NAME;

    private final FakeCloudFormation cloudFormation = new FakeCloudFormation();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private Deployment deployment;

    private final class Account extends FakeAws {
        @Override
        public CloudFormationClient cloudFormation() {
            return cloudFormation;
        }

        @Override
        public SageMakerClient sageMaker() {
            return new Endpoint();
        }

        @Override
        public Workspace workspace() {
            return null; // the template is given as text
        }

        @Override
        public Clock clock() {
            return Clock.fixed(now, ZoneOffset.UTC);
        }
    }

    @BeforeEach
    void aChangeIsExecutedWhoseEventsTellNothing() throws Exception {
        cloudFormation.existing("UPDATE_COMPLETE");
        cloudFormation.eventsHaveTokens = false;
        deployment = new Deployment(
                        new DeployRequest(
                                STACK,
                                "",
                                new Template.Text("Resources: {}"),
                                Map.of(),
                                "",
                                DeployRequest.Options.DEFAULT),
                        new Account())
                .run();
        assertThat(cloudFormation.effects).contains("execute change set");
        assertThat(deployment.isRunning()).isTrue();
    }

    @Test
    void aChangeThatWasMadeIsBelievedWithoutAnEvent() throws Exception {
        cloudFormation.holds("Endpoint", "AWS::SageMaker::Endpoint", "endpoint/" + STACK);
        ends("UPDATE_COMPLETE", ExecutionStatus.EXECUTE_COMPLETE);

        assertThat(deployment.run().isRunning()).isTrue();
        later();
        deployment.run();

        assertThat(deployment.result().changed()).isTrue();
        assertThat(deployment.lines)
                .contains("Stack " + STACK
                        + " is UPDATE_COMPLETE by the change, although CloudFormation shows no event of it.");
    }

    @Test
    void aChangeThatFailedBeforeItsFirstEventIsAFailure() throws Exception {
        ends("UPDATE_COMPLETE", ExecutionStatus.EXECUTE_FAILED);
        later();
        deployment.run();

        assertThat(deployment.failure())
                .startsWith("CloudFormation shows no event of the change of stack " + STACK
                        + ", and the stack is UPDATE_COMPLETE 5 minutes after the change was asked for (change set ")
                .contains(": EXECUTE_FAILED). Look at the stack in the AWS console");
    }

    @Test
    void aChangeThatGoesOnIsWaitedFor() throws Exception {
        later();

        assertThat(deployment.run().isRunning()).isTrue();

        ends("UPDATE_COMPLETE", ExecutionStatus.EXECUTE_IN_PROGRESS);

        assertThat(deployment.run().isRunning()).isTrue();
    }

    @Test
    void aStackThatIsGoneIsNotWaitedFor() throws Exception {
        ends("DELETE_COMPLETE", ExecutionStatus.EXECUTE_COMPLETE);
        cloudFormation.changeSets.clear();
        later();
        deployment.run();

        assertThat(deployment.failure()).contains("the stack is DELETE_COMPLETE 5 minutes after");
    }

    private void ends(String status, ExecutionStatus execution) {
        cloudFormation.status = status;
        cloudFormation.executed(deployment.token(), execution);
    }

    private void later() {
        now = now.plus(UnheardChange.PATIENCE).plus(Duration.ofSeconds(1));
    }

    private static final class Endpoint implements SageMakerClient {
        @Override
        public DescribeEndpointResponse describeEndpoint(DescribeEndpointRequest request) {
            return DescribeEndpointResponse.builder()
                    .endpointName(STACK)
                    .endpointArn("arn:aws:sagemaker:eu-central-1:123456789012:endpoint/" + STACK)
                    .endpointConfigName("config-1")
                    .endpointStatus("InService")
                    .build();
        }

        @Override
        public String serviceName() {
            return "sagemaker";
        }

        @Override
        public void close() {}
    }
}
