package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.lab.aws.Clients;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.lab.aws.ManualTimeline;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** The same CloudFormation as the AWS SDK sees it, over HTTP. */
class CloudFormationClientTest {

    private final ManualTimeline timeline = new ManualTimeline(Instant.parse("2026-03-01T12:00:00Z"));
    private final LocalAws aws = LocalAws.builder().timeline(timeline).start();
    private final Clients clients = Clients.of(aws);
    private final CloudFormationClient client = clients.cloudFormation();

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    private Stack stack() {
        return client.describeStacks(r -> r.stackName("demo")).stacks().get(0);
    }

    private void createByChangeSet() {
        client.createChangeSet(r -> r.stackName("demo")
                .changeSetName("first")
                .changeSetType(ChangeSetType.CREATE)
                .templateBody(Templates.TOPICS)
                .parameters(Parameter.builder()
                        .parameterKey("Name")
                        .parameterValue("über <&> \"x\"")
                        .build())
                .tags(Tag.builder().key("team").value("vision").build()));
        timeline.advance(Duration.ofSeconds(10));
        client.executeChangeSet(r -> r.stackName("demo").changeSetName("first").clientRequestToken("one"));
        timeline.advance(Duration.ofMinutes(2));
    }

    @Test
    void createsAndUpdatesThroughChangeSets() {
        createByChangeSet();

        Stack created = stack();
        assertThat(created.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(created.parameters().get(0).parameterValue()).isEqualTo("über <&> \"x\"");
        assertThat(created.tags().get(0).value()).isEqualTo("vision");
        assertThat(created.outputs().get(0).outputValue()).startsWith("arn:aws:sns:eu-central-1:");
        assertThat(created.creationTime()).isEqualTo("2026-03-01T12:00:00Z");

        client.createChangeSet(r -> r.stackName("demo")
                .changeSetName("second")
                .usePreviousTemplate(true)
                .parameters(Parameter.builder()
                        .parameterKey("Name")
                        .parameterValue("new")
                        .build()));
        timeline.advance(Duration.ofSeconds(10));
        var changes = client.describeChangeSet(r -> r.stackName("demo").changeSetName("second"));
        assertThat(changes.executionStatus()).isEqualTo(ExecutionStatus.AVAILABLE);
        assertThat(changes.changes()).singleElement().satisfies(change -> {
            assertThat(change.resourceChange().replacement()).isEqualTo(Replacement.FALSE);
            assertThat(change.resourceChange().details().get(0).causingEntity()).isEqualTo("Name");
        });
        client.executeChangeSet(r -> r.changeSetName(changes.changeSetId()));
        timeline.advance(Duration.ofMinutes(2));
        assertThat(stack().stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void eventsCarryTheTokenAndComeNewestFirst() {
        createByChangeSet();

        var events = client.describeStackEventsPaginator(r -> r.stackName("demo")).stackEvents().stream()
                .toList();

        assertThat(events.get(0).resourceStatusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(events.get(0).clientRequestToken()).isEqualTo("one");
        assertThat(events)
                .last()
                .satisfies(event -> assertThat(event.resourceStatusAsString()).isEqualTo("REVIEW_IN_PROGRESS"));
        assertThat(events).isSortedAccordingTo((a, b) -> b.timestamp().compareTo(a.timestamp()));
    }

    @Test
    void errorsHaveTheirTypesAndCodes() {
        assertThatThrownBy(this::stack).isInstanceOfSatisfying(CloudFormationException.class, error -> {
            assertThat(error.statusCode()).isEqualTo(400);
            assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
            assertThat(error.awsErrorDetails().errorMessage()).isEqualTo("Stack with id demo does not exist");
            assertThat(error.requestId()).isNotEmpty();
        });
        assertThatThrownBy(() -> client.describeChangeSet(
                        r -> r.changeSetName("arn:aws:cloudformation:eu-central-1:123456789012:changeSet/x/1")))
                .isInstanceOf(ChangeSetNotFoundException.class);
        assertThatThrownBy(() -> client.createStack(r -> r.stackName("demo")
                        .templateBody("Resources: {R: {Type: 'AWS::IAM::Role', Properties:"
                                + " {AssumeRolePolicyDocument: {Statement: []}}}}")))
                .isInstanceOf(InsufficientCapabilitiesException.class);
        assertThatThrownBy(() -> client.validateTemplate(r -> r.templateBody("nonsense")))
                .hasMessageContaining("Template format error: unsupported structure.");
    }

    @Test
    void readsTemplatesFromTheLocalS3() {
        clients.s3().createBucket(r -> r.bucket("templates"));
        clients.s3().putObject(r -> r.bucket("templates").key("t.yaml"), RequestBody.fromString(Templates.TOPICS));

        client.createStack(r -> r.stackName("demo")
                .templateURL(aws.endpoint() + "/templates/t.yaml")
                .capabilities(Capability.CAPABILITY_IAM));
        timeline.advance(Duration.ofMinutes(2));

        assertThat(stack().stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        client.deleteStack(r -> r.stackName("demo"));
        timeline.advance(Duration.ofMinutes(2));
        assertThatThrownBy(this::stack).hasMessageContaining("does not exist");
    }

    @Test
    void accountsAndRegionsAreApart() {
        createByChangeSet();

        assertThat(clients.as("999999999999").cloudFormation().describeStacks().stacks())
                .isEmpty();
        assertThat(clients.in(Region.US_EAST_1)
                        .cloudFormation()
                        .describeStacks()
                        .stacks())
                .isEmpty();
        assertThat(client.describeStacks().stacks()).hasSize(1);
    }
}
