package io.jenkins.plugins.sagemaker.deployment;

import static io.jenkins.plugins.sagemaker.operation.Progress.changed;
import static io.jenkins.plugins.sagemaker.operation.Progress.failed;
import static io.jenkins.plugins.sagemaker.operation.Progress.idle;
import static io.jenkins.plugins.sagemaker.operation.Progress.next;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.deployment.DeployState.Phase;
import io.jenkins.plugins.sagemaker.operation.Operation;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * Deploys an endpoint through a change set of a CloudFormation stack: looks at the stack and brings it back to order if it is stuck, shows
 * what will change, changes it, shows its events, and believes the success only when the endpoint serves the stack's configuration.
 *
 * <p>A stack that has ever been complete is never deleted here.
 */
public record DeployOperation(DeployRequest request) implements Operation<Aws, DeployState, DeployResult> {

    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
        return "deployment of stack " + request.stackName();
    }

    @Override
    public DeployState begin() {
        return DeployState.begin("jenkins-" + UUID.randomUUID());
    }

    /** A cancelled update rolls back, which takes as long as an endpoint takes to change; whoever does not want to wait aborts once more. */
    @Override
    public Duration stopGrace() {
        return Duration.ofMinutes(10);
    }

    @Override
    public String describe(DeployState state) {
        return state.stack().busyStatus().isEmpty()
                ? state.phase().words()
                : "waiting for the stack, which is " + state.stack().busyStatus();
    }

    @Override
    public Progress<DeployState, DeployResult> advance(DeployState state, Aws aws)
            throws RemoteException, InterruptedException {
        return switch (state.phase()) {
            case LOOK -> new StackReadiness(request, aws).look(state);
            case DELETE_FAILED_CREATION -> new StackReadiness(request, aws).deleteFailedCreation(state);
            case AWAIT_DELETION -> new StackReadiness(request, aws).awaitDeletion(state);
            case CONTINUE_ROLLBACK -> new StackReadiness(request, aws).continueRollback(state);
            case CREATE_CHANGE_SET -> new ChangeSetReview(request, aws).create(state);
            case AWAIT_CHANGE_SET -> new ChangeSetReview(request, aws).await(state);
            case DISCARD_CHANGE_SET -> new ChangeSetReview(request, aws).discard(state);
            case EXECUTE -> execute(state, aws);
            case WATCH -> watch(state, aws);
            case DIAGNOSE -> diagnose(state, aws);
            case VERIFY -> new EndpointCheck(request, aws).verify(state);
        };
    }

    private Progress<DeployState, DeployResult> execute(DeployState state, Aws aws)
            throws RemoteException, InterruptedException {
        var calls = stack(state, aws);
        var review = new ChangeSetReview(request, aws);
        var changeSet = calls.changeSet(state.token());
        if (changeSet.isEmpty()) {
            return calls.hasBegun(state.token(), state.eventCursor())
                    ? next(state.to(Phase.WATCH), List.of())
                    : failed(review.deletedBySomeone(state), List.of());
        }
        if (changeSet.get().executionStatus() == ExecutionStatus.OBSOLETE) {
            return review.discardFor(
                    state,
                    "Stack " + request.stackName() + " was changed by somebody else since this change was prepared. "
                            + "Nothing was done; run the deployment again.");
        }
        if (changeSet.get().executionStatus() == ExecutionStatus.AVAILABLE) {
            try {
                calls.execute(state.token(), state.token());
                return changed(
                        state.startingAt(aws.clock().millis(), state.eventCursor())
                                .to(Phase.WATCH),
                        List.of());
            } catch (RemoteException e) {
                if (e.kind() != Kind.INVALID && e.kind() != Kind.CONFLICT) {
                    throw e;
                }
                if (!calls.hasBegun(state.token(), state.eventCursor())) {
                    return review.discardFor(state, e.getMessage());
                }
            }
        }
        return changed(state.to(Phase.WATCH), List.of());
    }

    private Progress<DeployState, DeployResult> watch(DeployState state, Aws aws)
            throws RemoteException, InterruptedException {
        var news = StackEvents.after(state, stack(state, aws));
        if (news.isEmpty()) {
            return state.ownEventsSeen() ? idle(state) : new UnheardChange(request, aws, stack(state, aws)).look(state);
        }
        DeployState seen = state.seen(news.cursor(), news.failure());
        if (news.end().isEmpty()) {
            return changed(seen, news.lines());
        }
        return news.end().equals("CREATE_COMPLETE") || news.end().equals("UPDATE_COMPLETE")
                ? next(seen.succeeded().to(Phase.VERIFY), news.lines())
                : next(seen.failing(news.verdict(request.stackName())).to(Phase.DIAGNOSE), news.lines());
    }

    private Progress<DeployState, DeployResult> diagnose(DeployState state, Aws aws)
            throws RemoteException, InterruptedException {
        return failed(
                state.failure().reason(),
                state.failure().resourceType().equals(PlannedChange.ENDPOINT)
                        ? new ContainerLog(aws, request.endpointName()).lastLines(state.startedAtMillis())
                        : List.of());
    }

    @Override
    public boolean cancel(DeployState state, Aws aws) throws RemoteException, InterruptedException {
        return switch (state.phase()) {
            case CREATE_CHANGE_SET, AWAIT_CHANGE_SET, DISCARD_CHANGE_SET -> {
                new ChangeSetReview(request, aws).remove(state);
                yield false;
            }
            case EXECUTE -> {
                boolean waits = stack(state, aws)
                        .changeSet(state.token())
                        .filter(set -> set.executionStatus() == ExecutionStatus.AVAILABLE)
                        .isPresent();
                if (waits) {
                    new ChangeSetReview(request, aws).remove(state);
                    yield false;
                }
                yield stopChange(state, aws);
            }
            case WATCH -> stopChange(state, aws);
            case LOOK, DELETE_FAILED_CREATION, AWAIT_DELETION, CONTINUE_ROLLBACK, DIAGNOSE, VERIFY -> false;
        };
    }

    /** Neither a change set nor a change of the stack. */
    @Override
    public boolean mayRunRemotely(DeployState state) {
        return switch (state.phase()) {
            case LOOK, DIAGNOSE, VERIFY -> false;
            default -> true;
        };
    }

    @Override
    public boolean hasBegun(DeployState state) {
        return state.phase() == Phase.WATCH;
    }

    /** The template and the parameters come from the agent. */
    @Override
    public boolean mayTakeLong(DeployState state) {
        return state.phase() == Phase.CREATE_CHANGE_SET;
    }

    private boolean stopChange(DeployState state, Aws aws) throws RemoteException, InterruptedException {
        var calls = stack(state, aws);
        var status = calls.find().map(Stack::stackStatus).orElse(StackStatus.DELETE_COMPLETE);
        if (status == StackStatus.UPDATE_IN_PROGRESS) {
            calls.cancelUpdate(state.token() + "-cancel");
        } else if (status == StackStatus.CREATE_IN_PROGRESS && state.stack().create()) {
            // It has never been complete, so nobody is served by it.
            calls.delete(state.token() + "-delete", request.options().roleArn());
        }
        return status.toString().endsWith("_IN_PROGRESS");
    }

    private StackCalls stack(DeployState state, Aws aws) {
        return StackCalls.of(state, request, aws);
    }
}
