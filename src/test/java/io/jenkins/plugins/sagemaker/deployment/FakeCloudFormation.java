package io.jenkins.plugins.sagemaker.deployment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackRequest;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackResponse;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.TemplateParameter;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateResponse;

/** One stack in CloudFormation. What it does next is said by the test; what was done to it, it remembers. */
final class FakeCloudFormation implements CloudFormationClient {

    static final String NAME = "qa-digits";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** Calls with an effect, in order. */
    final List<String> effects = new ArrayList<>();

    /** Newest first, as they are served. */
    final List<StackEvent> events = new ArrayList<>();

    final Map<String, DescribeChangeSetResponse> changeSets = new HashMap<>();
    final List<StackResourceSummary> resources = new ArrayList<>();
    CreateChangeSetRequest created;
    String status;
    String stackId;
    List<TemplateParameter> declared = List.of();
    List<Capability> capabilities = List.of();
    List<Change> changes = List.of();
    List<Parameter> parameters = List.of();
    ChangeSetStatus changeSetStatus = ChangeSetStatus.CREATE_COMPLETE;
    String changeSetReason;

    /** Whether events tell what has caused them. */
    boolean eventsHaveTokens = true;

    private int stacks;
    private int eventCount;

    /** A stack is there, in this status. */
    FakeCloudFormation existing(String inStatus) {
        stackId = "arn:aws:cloudformation:eu-central-1:123456789012:stack/" + NAME + "/" + ++stacks;
        status = inStatus;
        return this;
    }

    /** The stack itself comes into a status. */
    void stackBecomes(String next, String token) {
        status = next;
        event(NAME, "AWS::CloudFormation::Stack", stackId, next, null, token);
    }

    void event(String logicalId, String type, String physicalId, String eventStatus, String reason, String token) {
        events.add(
                0,
                StackEvent.builder()
                        .eventId("event-" + ++eventCount)
                        .stackId(stackId)
                        .stackName(NAME)
                        .logicalResourceId(logicalId)
                        .physicalResourceId(physicalId)
                        .resourceType(type)
                        .resourceStatus(eventStatus)
                        .resourceStatusReason(reason)
                        .clientRequestToken(eventsHaveTokens ? token : null)
                        .timestamp(NOON.plusSeconds(eventCount))
                        .build());
    }

    /** What has become of a change set that was executed. */
    void executed(String changeSet, ExecutionStatus as) {
        changeSets.computeIfPresent(
                changeSet, (name, set) -> set.toBuilder().executionStatus(as).build());
    }

    void holds(String logicalId, String type, String physicalId) {
        resources.add(StackResourceSummary.builder()
                .logicalResourceId(logicalId)
                .resourceType(type)
                .physicalResourceId(physicalId)
                .resourceStatus("UPDATE_COMPLETE")
                .build());
    }

    @Override
    public DescribeStacksResponse describeStacks(DescribeStacksRequest request) {
        return DescribeStacksResponse.builder()
                .stacks(find(request.stackName())
                        .map(id -> Stack.builder()
                                .stackName(NAME)
                                .stackId(id)
                                .stackStatus(status)
                                .parameters(parameters)
                                .build())
                        .orElseThrow(() ->
                                error("ValidationError", "Stack with id " + request.stackName() + " does not exist")))
                .build();
    }

    private Optional<String> find(String nameOrId) {
        boolean byId = nameOrId.equals(stackId) && status != null;
        boolean byName = nameOrId.equals(NAME) && status != null && !status.equals("DELETE_COMPLETE");
        return byId || byName ? Optional.of(stackId) : Optional.empty();
    }

    @Override
    public ValidateTemplateResponse validateTemplate(ValidateTemplateRequest request) {
        return ValidateTemplateResponse.builder()
                .parameters(declared)
                .capabilities(capabilities)
                .build();
    }

    @Override
    public CreateChangeSetResponse createChangeSet(CreateChangeSetRequest request) {
        if (changeSets.containsKey(request.changeSetName())) {
            throw AlreadyExistsException.builder()
                    .awsErrorDetails(details("AlreadyExistsException", "ChangeSet already exists"))
                    .statusCode(400)
                    .build();
        }
        created = request;
        effects.add("create change set " + request.changeSetType());
        if (request.changeSetType() == ChangeSetType.CREATE && find(NAME).isEmpty()) {
            existing("REVIEW_IN_PROGRESS");
            stackBecomes("REVIEW_IN_PROGRESS", null);
        }
        changeSets.put(
                request.changeSetName(),
                DescribeChangeSetResponse.builder()
                        .changeSetName(request.changeSetName())
                        .stackId(stackId)
                        .status(changeSetStatus)
                        .statusReason(changeSetReason)
                        .executionStatus(
                                changeSetStatus == ChangeSetStatus.FAILED
                                        ? ExecutionStatus.UNAVAILABLE
                                        : ExecutionStatus.AVAILABLE)
                        .changes(changes)
                        .capabilities(request.capabilities())
                        .build());
        return CreateChangeSetResponse.builder().stackId(stackId).build();
    }

    @Override
    public DescribeChangeSetResponse describeChangeSet(DescribeChangeSetRequest request) {
        var found = changeSets.get(request.changeSetName());
        if (found == null) {
            throw ChangeSetNotFoundException.builder()
                    .awsErrorDetails(details("ChangeSetNotFound", "ChangeSet does not exist"))
                    .statusCode(404)
                    .build();
        }
        return found;
    }

    @Override
    public DeleteChangeSetResponse deleteChangeSet(DeleteChangeSetRequest request) {
        if (changeSets.remove(request.changeSetName()) != null) {
            effects.add("delete change set");
        }
        return DeleteChangeSetResponse.builder().build();
    }

    @Override
    public ExecuteChangeSetResponse executeChangeSet(ExecuteChangeSetRequest request) {
        var set = describeChangeSet(DescribeChangeSetRequest.builder()
                .changeSetName(request.changeSetName())
                .build());
        if (set.executionStatus() != ExecutionStatus.AVAILABLE) {
            throw error("InvalidChangeSetStatus", "ChangeSet cannot be executed in its current status");
        }
        effects.add("execute change set");
        changeSets.put(
                request.changeSetName(),
                set.toBuilder()
                        .executionStatus(ExecutionStatus.EXECUTE_IN_PROGRESS)
                        .build());
        stackBecomes(
                status.equals("REVIEW_IN_PROGRESS") ? "CREATE_IN_PROGRESS" : "UPDATE_IN_PROGRESS",
                request.clientRequestToken());
        return ExecuteChangeSetResponse.builder().build();
    }

    @Override
    public DeleteStackResponse deleteStack(DeleteStackRequest request) {
        if (find(request.stackName()).isPresent()) {
            effects.add("delete stack");
            stackBecomes("DELETE_IN_PROGRESS", request.clientRequestToken());
        }
        return DeleteStackResponse.builder().build();
    }

    @Override
    public CancelUpdateStackResponse cancelUpdateStack(CancelUpdateStackRequest request) {
        effects.add("cancel update");
        stackBecomes("UPDATE_ROLLBACK_IN_PROGRESS", request.clientRequestToken());
        return CancelUpdateStackResponse.builder().build();
    }

    @Override
    public ContinueUpdateRollbackResponse continueUpdateRollback(ContinueUpdateRollbackRequest request) {
        effects.add("continue roll-back");
        stackBecomes("UPDATE_ROLLBACK_IN_PROGRESS", request.clientRequestToken());
        return ContinueUpdateRollbackResponse.builder().build();
    }

    /** Three events a page, so that pages matter. */
    @Override
    public DescribeStackEventsResponse describeStackEvents(DescribeStackEventsRequest request) {
        int from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        int to = Math.min(events.size(), from + 3);
        return DescribeStackEventsResponse.builder()
                .stackEvents(events.subList(from, to))
                .nextToken(to < events.size() ? Integer.toString(to) : null)
                .build();
    }

    @Override
    public ListStackResourcesResponse listStackResources(ListStackResourcesRequest request) {
        return ListStackResourcesResponse.builder()
                .stackResourceSummaries(resources)
                .build();
    }

    static CloudFormationException error(String code, String message) {
        return (CloudFormationException) CloudFormationException.builder()
                .awsErrorDetails(details(code, message))
                .message(message)
                .statusCode(400)
                .build();
    }

    private static AwsErrorDetails details(String code, String message) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    }

    @Override
    public String serviceName() {
        return "cloudformation";
    }

    @Override
    public void close() {}
}
