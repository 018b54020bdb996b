package io.jenkins.plugins.sagemaker.deployment;

import static io.jenkins.plugins.sagemaker.operation.Progress.changed;
import static io.jenkins.plugins.sagemaker.operation.Progress.failed;
import static io.jenkins.plugins.sagemaker.operation.Progress.idle;
import static io.jenkins.plugins.sagemaker.operation.Progress.next;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.ConsoleLinks;
import io.jenkins.plugins.sagemaker.aws.Hyperlink;
import io.jenkins.plugins.sagemaker.deployment.DeployState.Failure;
import io.jenkins.plugins.sagemaker.deployment.DeployState.Phase;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * The second part of a deployment: has CloudFormation prepare the change, shows it, and decides whether it may be made. A change set that is
 * not executed is deleted again.
 */
record ChangeSetReview(DeployRequest request, Aws aws) {

    Progress<DeployState, DeployResult> create(DeployState state) throws RemoteException, InterruptedException {
        var calls = stack(state);
        var there = calls.changeSet(state.token());
        String stackId =
                there.isPresent() ? there.get().stackId() : new ChangeSetCreation(request, aws).create(state, calls);
        return changed(state.with(state.stack().known(stackId)).to(Phase.AWAIT_CHANGE_SET), List.of());
    }

    Progress<DeployState, DeployResult> await(DeployState state) throws RemoteException, InterruptedException {
        var found = stack(state).changeSet(state.token());
        if (found.isEmpty()) {
            return failed(deletedBySomeone(state), List.of());
        }
        DescribeChangeSetResponse changeSet = found.get();
        String reason = changeSet.statusReason() == null ? "" : changeSet.statusReason();
        if (changeSet.status() == ChangeSetStatus.FAILED) {
            // The two ways in which CloudFormation says it.
            return reason.contains("didn't contain changes") || reason.contains("No updates are to be performed")
                    ? next(
                            state.to(Phase.DISCARD_CHANGE_SET),
                            "Nothing has changed: the stack is as the template wants it.")
                    : discardFor(
                            state,
                            "CloudFormation could not prepare the change of stack " + request.stackName() + ": "
                                    + reason);
        }
        if (changeSet.status() != ChangeSetStatus.CREATE_COMPLETE) {
            return idle(state);
        }
        var changes = PlannedChange.of(changeSet.changes());
        List<String> lines = new ArrayList<>();
        lines.add(changes.isEmpty() ? "No resource will change, only outputs or tags." : "What will change:");
        changes.forEach(change -> lines.add("  " + change.sentence()));
        if (!changeSet.capabilitiesAsStrings().isEmpty()) {
            lines.add(
                    "Acknowledged, as the template needs it: " + String.join(", ", changeSet.capabilitiesAsStrings()));
        }
        if (request.options().reviewOnly()) {
            return next(state.to(Phase.DISCARD_CHANGE_SET), lines);
        }
        var danger = changes.stream().filter(PlannedChange::endangersEndpoint).findFirst();
        if (danger.isPresent() && request.options().failOnReplacement()) {
            String why = danger.get().sentence()
                    + ". Clients would find no endpoint in the meantime, so nothing was changed; "
                    + "give failOnReplacement: false if that is wanted.";
            return next(state.failing(new Failure(why, "")).to(Phase.DISCARD_CHANGE_SET), lines);
        }
        lines.add(Hyperlink.of("The stack in the AWS console", ConsoleLinks.stack(aws.region(), changeSet.stackId())));
        long now = aws.clock().millis();
        return next(state.startingAt(now, stack(state).newestEvent()).to(Phase.EXECUTE), lines);
    }

    Progress<DeployState, DeployResult> discardFor(DeployState state, String reason) {
        return next(state.failing(new Failure(reason, "")).to(Phase.DISCARD_CHANGE_SET), List.of());
    }

    String deletedBySomeone(DeployState state) {
        return "Change set " + state.token() + " of stack " + request.stackName()
                + " is gone although it was not executed: another deployment has changed the stack meanwhile, which makes all other change"
                + " sets void, or somebody has deleted it or the stack. Only one build at a time can deploy a stack.";
    }

    Progress<DeployState, DeployResult> discard(DeployState state) throws RemoteException, InterruptedException {
        remove(state);
        if (state.failure() != null) {
            return failed(state.failure().reason(), List.of());
        }
        return request.options().reviewOnly()
                ? Progress.succeeded(
                        new EndpointCheck(request, aws).reviewed(state),
                        List.of("This was a review: nothing has been changed."))
                : next(state.to(Phase.VERIFY), List.of());
    }

    /** Leaves no trace of a change set that was not executed, nor of a stack that was only made to hold it. */
    void remove(DeployState state) throws RemoteException, InterruptedException {
        var calls = stack(state);
        try {
            calls.deleteChangeSet(state.token());
        } catch (RemoteException e) {
            if (e.kind() == Kind.CONFLICT) {
                throw new RemoteException(Kind.TRANSIENT, e.code(), e.getMessage(), e);
            }
            throw e;
        }
        if (state.stack().made()
                && calls.find()
                        .filter(s -> s.stackStatus() == StackStatus.REVIEW_IN_PROGRESS)
                        .isPresent()) {
            calls.delete(state.token() + "-delete", request.options().roleArn());
        }
    }

    private StackCalls stack(DeployState state) {
        return StackCalls.of(state, request, aws);
    }
}
