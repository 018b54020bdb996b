package io.jenkins.plugins.sagemaker.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.aws.LocalConnection;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import io.jenkins.plugins.sagemaker.lab.aws.RecordedRequest;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;

class DeployOnLocalAwsTest {

    private static final String STACK = "qa-digits";
    private static final String LARGE = "ml.m5.large";

    private TrainedModels models;

    @BeforeEach
    void start(@TempDir Path workspace) {
        models = new TrainedModels(workspace);
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    void aNewModelIsServedInPlaceUnderTheSameName() throws Exception {
        String first = models.train("digits-1");
        String second = models.train("digits-2");

        var created = models.deploy(STACK, first, LARGE);
        var unchanged = models.deploy(STACK, first, LARGE);
        var updated = models.deploy(STACK, second, LARGE);

        assertThat(created.result().changed()).isTrue();
        assertThat(created.result().endpointName()).isEqualTo(STACK);
        assertThat(created.result().outputs())
                .containsEntry("EndpointName", STACK)
                .containsEntry("EndpointConfigName", created.result().endpointConfigName())
                .containsKeys("EndpointArn", "ModelName");
        assertThat(unchanged.result().changed()).isFalse();
        assertThat(updated.result().changed()).isTrue();
        assertThat(updated.result().endpointArn()).isEqualTo(created.result().endpointArn());
        assertThat(updated.result().previousEndpointConfigName())
                .isEqualTo(created.result().endpointConfigName())
                .isNotEqualTo(updated.result().endpointConfigName());
        assertThat(updated.lines)
                .anyMatch(line -> line.startsWith("  Model (AWS::SageMaker::Model) will be REPLACED"))
                .anyMatch(line -> line.startsWith("  EndpointConfig (AWS::SageMaker::EndpointConfig) will be REPLACED"))
                .anyMatch(line -> line.startsWith("  Endpoint (AWS::SageMaker::Endpoint) will be updated in place"));
        assertThat(updated.lines)
                .doesNotHaveDuplicates()
                .anyMatch(line -> line.endsWith("UPDATE_COMPLETE     " + STACK));
        assertThat(count("CreateChangeSet")).isEqualTo(3);
        assertThat(count("ExecuteChangeSet")).isEqualTo(2);
        var answer = models.connect()
                .runtime()
                .invokeEndpoint(
                        r -> r.endpointName(STACK).contentType("text/csv").body(SdkBytes.fromUtf8String("10,0\n")));
        assertThat(answer.body().asUtf8String()).contains("predicted_label");
    }

    @Test
    void aFailedFirstCreationTellsItsCauseAndTheNextDeploymentRecoversIt() throws Exception {
        String model = models.train("digits-1");

        var failed = models.deploy(STACK, model, "ml.nothing.huge");
        var repaired = models.deploy(STACK, model, LARGE);

        assertThat(failed.failure())
                .contains("ended as ROLLBACK_COMPLETE")
                .contains("EndpointConfig (AWS::SageMaker::EndpointConfig) CREATE_FAILED")
                .contains("ml.nothing.huge");
        assertThat(repaired.lines).anyMatch(line -> line.contains("has never served"));
        assertThat(repaired.result().changed()).isTrue();
        assertThat(count("DeleteStack")).isEqualTo(1);
    }

    @Test
    void anUpdateThatFailsLeavesTheOldModelInServiceAndTheStackReadyForTheNext() throws Exception {
        String model = models.train("digits-1");
        var created = models.deploy(STACK, model, LARGE);

        var failed = models.deploy(STACK, "s3://digits-artifacts/no/model.tar.gz", LARGE);
        var unchanged = models.deploy(STACK, model, LARGE);

        assertThat(failed.failure())
                .contains("ended as UPDATE_ROLLBACK_COMPLETE")
                .contains("no/model.tar.gz");
        assertThat(unchanged.result().endpointConfigName())
                .isEqualTo(created.result().endpointConfigName());
        assertThat(count("DeleteStack")).isZero();
    }

    @Test
    void aContainerThatDoesNotStartShowsItsLastLines() throws Exception {
        String model = models.train("digits-1");
        models.local.faults(Faults.parse("container=" + STACK));

        var failed = models.deploy(STACK, model, LARGE);

        assertThat(failed.failure()).contains("Endpoint (AWS::SageMaker::Endpoint) CREATE_FAILED");
        assertThat(failed.lines)
                .anyMatch(line -> line.startsWith("The container's last lines (/aws/sagemaker/Endpoints/" + STACK));
    }

    @Test
    void anEndpointThatServesAnotherConfigurationThanItsStackIsNotASuccess() throws Exception {
        String model = models.train("digits-1");
        var created = models.deploy(STACK, model, LARGE);
        var sageMaker = models.connect().sageMaker();
        String modelName = created.result().outputs().get("ModelName");
        sageMaker.createEndpointConfig(r -> r.endpointConfigName("by-hand")
                .productionVariants(ProductionVariant.builder()
                        .variantName("AllTraffic")
                        .modelName(modelName)
                        .instanceType(LARGE)
                        .initialInstanceCount(1)
                        .build()));
        sageMaker.updateEndpoint(r -> r.endpointName(STACK).endpointConfigName("by-hand"));

        var deployment = models.deploy(STACK, model, LARGE);

        assertThat(deployment.failure())
                .contains("by-hand")
                .contains(created.result().endpointConfigName());
    }

    @Test
    void aFirstCreationThatIsCancelledLeavesNoStack() throws Exception {
        String model = models.train("digits-1");
        var deployment = new Deployment(TrainedModels.request(STACK, model, LARGE), models.connect());
        while (deployment.lines.stream().noneMatch(line -> line.contains("CREATE_IN_PROGRESS"))) {
            deployment.run();
        }

        deployment.cancel();
        models.finish(deployment);

        assertThat(deployment.failure()).contains("DELETE_COMPLETE");
        var cloudFormation = models.connect().cloudFormation();
        assertThat(cloudFormation
                        .listStacks(r -> r.stackStatusFilters(StackStatus.DELETE_COMPLETE))
                        .stackSummaries())
                .hasSize(1);
        assertThat(models.connect().sageMaker().listEndpoints().endpoints()).isEmpty();
    }

    @Test
    void nothingIsDoubledWhereCallsAreThrottledFailOrLoseTheirAnswer() throws Exception {
        String first = models.train("digits-1");
        String second = models.train("digits-2");
        models.local.faults(Faults.parse("throttle=0.3,error500=0.05,dropAfter=0.05,dropBefore=0.05,seed=11"));

        var created = models.deploy(STACK, first, LARGE);
        var updated = models.deploy(STACK, second, LARGE);

        assertThat(created.result().changed()).isTrue();
        assertThat(updated.result().changed()).isTrue();
        assertThat(updated.lines).doesNotHaveDuplicates();
        models.local.faults(Faults.none());
        var events = models.connect()
                .cloudFormation()
                .describeStackEvents(r -> r.stackName(STACK))
                .stackEvents();
        assertThat(events.stream()
                        .filter(event -> event.logicalResourceId().equals(STACK))
                        .filter(event -> event.resourceStatusAsString().matches("(CREATE|UPDATE)_IN_PROGRESS")))
                .hasSize(2);
    }

    @Test
    void theFoundationStandsUp() throws Exception {
        Map<String, String> outputs = foundation(parameter("ApprovalEmail", "team@example.com"));

        assertThat(outputs.keySet())
                .containsExactlyInAnyOrder(
                        "ArtifactBucketName",
                        "ArtifactKeyArn",
                        "ExecutionRoleArn",
                        "CloudFormationRoleArn",
                        "JenkinsRoleArn",
                        "ApprovalTopicArn");
    }

    @Test
    void theFoundationsQueueHearsOfTheTeamsTrainingJobs() throws Exception {
        String queue = foundation(parameter("StateChangeQueue", "true")).get("StateChangeQueueUrl");
        models.train("other-1");
        models.train("digits-1");

        Set<String> heard = new LinkedHashSet<>();
        while (!heard.contains("digits-1 Completed")) {
            var messages = models.local.invoke(
                    "sqs",
                    "ReceiveMessage",
                    LocalConnection.REGION,
                    "{\"QueueUrl\": \"" + queue + "\", \"MaxNumberOfMessages\": 10}");
            for (var message : messages.path("Messages")) {
                var detail = new ObjectMapper()
                        .readTree(message.get("Body").asText())
                        .get("detail");
                heard.add(detail.get("TrainingJobName").asText() + " "
                        + detail.get("SecondaryStatus").asText());
            }
        }
        assertThat(heard)
                .contains("digits-1 Starting", "digits-1 Training", "digits-1 Uploading")
                .noneMatch(change -> change.startsWith("other"));
    }

    /** Makes the stack, and gives its outputs. */
    private Map<String, String> foundation(Parameter further) throws Exception {
        var cloudFormation = models.connect().cloudFormation();
        cloudFormation.createStack(r -> r.stackName("foundation")
                .templateBody(Template.Bundled.resource("foundation.yaml"))
                .capabilities(Capability.CAPABILITY_IAM)
                .parameters(
                        parameter("JenkinsPrincipalArn", "arn:aws:iam::123456789012:role/jenkins"),
                        parameter("NamePrefix", "digits"),
                        further));

        Stack stack = describe(cloudFormation);
        while (stack.stackStatusAsString().equals("CREATE_IN_PROGRESS")) {
            models.passTime();
            stack = describe(cloudFormation);
        }

        assertThat(stack.stackStatusAsString())
                .as(() -> cloudFormation
                        .describeStackEvents(r -> r.stackName("foundation"))
                        .stackEvents()
                        .toString())
                .isEqualTo("CREATE_COMPLETE");
        return stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue));
    }

    private static Stack describe(CloudFormationClient cloudFormation) {
        return cloudFormation
                .describeStacks(r -> r.stackName("foundation"))
                .stacks()
                .get(0);
    }

    private static Parameter parameter(String key, String value) {
        return Parameter.builder().parameterKey(key).parameterValue(value).build();
    }

    private long count(String operation) {
        return models.local.requests().stream()
                .filter(request -> request.operation().equals(operation) && request.status() == 200)
                .map(RecordedRequest::operation)
                .count();
    }
}
