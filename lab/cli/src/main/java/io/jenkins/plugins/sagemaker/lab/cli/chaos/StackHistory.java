package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import io.jenkins.plugins.sagemaker.lab.cli.chaos.Observation.Stack;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.StackSummary;

/** What has been done with the stacks of a run, as CloudFormation tells it. */
final class StackHistory implements AutoCloseable {

    /** One for all runs of the process. */
    private static final SdkHttpClient HTTP = ApacheHttpClient.create();

    private final CloudFormationClient client;

    StackHistory(URI endpoint) {
        client = CloudFormationClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(Ground.REGION))
                .httpClient(HTTP)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("chaos", "chaos")))
                .build();
    }

    List<Stack> stacks() {
        return client.listStacks().stackSummaries().stream().map(this::stack).toList();
    }

    private Stack stack(StackSummary summary) {
        List<StackEvent> own = client.describeStackEvents(r -> r.stackName(summary.stackId())).stackEvents().stream()
                .filter(event -> summary.stackId().equals(event.physicalResourceId()))
                .toList();
        return new Stack(
                summary.stackName(),
                summary.stackStatusAsString(),
                count(own, "CREATE_IN_PROGRESS") + count(own, "UPDATE_IN_PROGRESS"),
                count(own, "DELETE_IN_PROGRESS"),
                unused(summary));
    }

    private static long count(List<StackEvent> events, String status) {
        return events.stream()
                .filter(event -> status.equals(event.resourceStatusAsString()))
                .count();
    }

    private List<String> unused(StackSummary summary) {
        if (summary.stackStatus() == StackStatus.DELETE_COMPLETE) {
            return List.of();
        }
        return client.listChangeSets(r -> r.stackName(summary.stackId())).summaries().stream()
                .filter(set -> set.executionStatus() == ExecutionStatus.AVAILABLE)
                .map(ChangeSetSummary::changeSetName)
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
