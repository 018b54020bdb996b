package io.jenkins.plugins.sagemaker.deployment;

import static io.jenkins.plugins.sagemaker.operation.Progress.changed;
import static io.jenkins.plugins.sagemaker.operation.Progress.failed;
import static io.jenkins.plugins.sagemaker.operation.Progress.idle;
import static io.jenkins.plugins.sagemaker.operation.Progress.next;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.deployment.DeployState.Phase;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * The first part of a deployment: finds out whether the stack can take a change, waits while another operation holds it, and brings it back
 * to order if that is safe. A stack that has ever been complete is never deleted.
 */
record StackReadiness(DeployRequest request, Aws aws) {

    Progress<DeployState, DeployResult> look(DeployState state) throws RemoteException, InterruptedException {
        var found = stack(request.stackName()).find();
        if (found.isEmpty()) {
            return next(
                    state.with(state.stack().toCreate("")).to(Phase.CREATE_CHANGE_SET),
                    "Stack " + request.stackName() + " does not exist yet; it will be created.");
        }
        Stack stack = found.get();
        String id = stack.stackId();
        String status = stack.stackStatusAsString();
        return switch (stack.stackStatus()) {
            case REVIEW_IN_PROGRESS ->
                next(
                        state.with(state.stack().toCreate(id)).to(Phase.CREATE_CHANGE_SET),
                        "Stack " + request.stackName() + " has been planned but never created; it will be created.");
            case CREATE_COMPLETE,
                    UPDATE_COMPLETE,
                    UPDATE_ROLLBACK_COMPLETE,
                    IMPORT_COMPLETE,
                    IMPORT_ROLLBACK_COMPLETE ->
                next(
                        state.with(state.stack()
                                        .toUpdate(
                                                id,
                                                new EndpointCheck(request, aws).servedConfig(request.endpointName())))
                                .to(Phase.CREATE_CHANGE_SET),
                        "Stack " + request.stackName() + " is " + status + "; it will be updated.");
            case ROLLBACK_COMPLETE -> recover(state, stack);
            case UPDATE_ROLLBACK_FAILED ->
                state.stack().recovered()
                        ? stuck(status)
                        : next(
                                state.with(state.stack().recovering(id)).to(Phase.CONTINUE_ROLLBACK),
                                "Stack " + request.stackName()
                                        + " is stuck in UPDATE_ROLLBACK_FAILED; its roll-back will be continued, once.");
            case CREATE_FAILED, DELETE_FAILED, ROLLBACK_FAILED, UPDATE_FAILED, IMPORT_ROLLBACK_FAILED -> stuck(status);
            default -> busy(state, id, status);
        };
    }

    private Progress<DeployState, DeployResult> busy(DeployState state, String id, String status) {
        var waiting = state.with(state.stack().busy(id, status));
        return waiting.equals(state)
                ? idle(state)
                : changed(
                        waiting,
                        List.of("Stack " + request.stackName() + " is busy with another operation (" + status
                                + "); waiting for it."));
    }

    private Progress<DeployState, DeployResult> stuck(String status) {
        return failed(
                "Stack " + request.stackName() + " is " + status
                        + ", from which a deployment cannot bring it back safely. "
                        + "Look at its events, repair or delete it by hand, and run the deployment again.",
                List.of());
    }

    private Progress<DeployState, DeployResult> recover(DeployState state, Stack stack)
            throws RemoteException, InterruptedException {
        if (state.stack().recovered() || hasEverServed(stack)) {
            return stuck(stack.stackStatusAsString());
        }
        return next(
                state.with(state.stack().recovering(stack.stackId())).to(Phase.DELETE_FAILED_CREATION),
                "Stack " + request.stackName()
                        + " is ROLLBACK_COMPLETE: its first creation failed and it has never served. "
                        + "It will be deleted and created anew.");
    }

    private boolean hasEverServed(Stack stack) throws RemoteException, InterruptedException {
        return stack(stack.stackId()).eventsAfter("").stream()
                .filter(event -> stack.stackId().equals(event.physicalResourceId()))
                .map(event -> event.resourceStatusAsString())
                .anyMatch(status -> status.equals("CREATE_COMPLETE")
                        || status.startsWith("UPDATE_")
                        || status.startsWith("IMPORT_"));
    }

    Progress<DeployState, DeployResult> deleteFailedCreation(DeployState state)
            throws RemoteException, InterruptedException {
        var left = stack(state.stack().id()).find().map(Stack::stackStatus).orElse(StackStatus.DELETE_COMPLETE);
        if (left == StackStatus.ROLLBACK_COMPLETE) {
            stack(state.stack().id())
                    .delete(state.token() + "-delete", request.options().roleArn());
        }
        return changed(state.to(Phase.AWAIT_DELETION), List.of());
    }

    Progress<DeployState, DeployResult> awaitDeletion(DeployState state) throws RemoteException, InterruptedException {
        var status = stack(state.stack().id()).find().map(Stack::stackStatus).orElse(StackStatus.DELETE_COMPLETE);
        return switch (status) {
            case DELETE_COMPLETE -> next(state.to(Phase.LOOK), List.of());
            case DELETE_FAILED -> stuck("DELETE_FAILED");
            default -> idle(state);
        };
    }

    Progress<DeployState, DeployResult> continueRollback(DeployState state)
            throws RemoteException, InterruptedException {
        boolean stillStuck = stack(state.stack().id())
                .find()
                .filter(stack -> stack.stackStatus() == StackStatus.UPDATE_ROLLBACK_FAILED)
                .isPresent();
        if (stillStuck) {
            stack(state.stack().id())
                    .continueRollback(
                            state.token() + "-rollback", request.options().roleArn());
        }
        return changed(state.to(Phase.LOOK), List.of());
    }

    private StackCalls stack(String nameOrId) {
        return new StackCalls(aws, request.stackName(), nameOrId);
    }
}
