package io.jenkins.plugins.sagemaker.deployment;

import static io.jenkins.plugins.sagemaker.operation.Progress.failed;
import static io.jenkins.plugins.sagemaker.operation.Progress.idle;
import static io.jenkins.plugins.sagemaker.operation.Progress.next;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.deployment.DeployState.Phase;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;

/**
 * The end of a change of which no event tells that it is ours: an execution that fails before its first event has none, and an event need not
 * carry the token of what it belongs to. Then the stack and the change set are asked instead, so that nobody waits for ever.
 */
record UnheardChange(DeployRequest request, Aws aws, StackCalls calls) {

    /** For how long events may be late. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    Progress<DeployState, DeployResult> look(DeployState state) throws RemoteException, InterruptedException {
        if (aws.clock().millis() < state.startedAtMillis() + PATIENCE.toMillis()) {
            return idle(state);
        }
        var stack = calls.find();
        String status = stack.isEmpty() ? "gone" : stack.get().stackStatusAsString();
        var execution = calls.changeSet(state.token()).map(set -> set.executionStatus());
        boolean goesOn = status.endsWith("_IN_PROGRESS") && !status.equals("REVIEW_IN_PROGRESS");
        if (goesOn
                || execution.filter(ExecutionStatus.EXECUTE_IN_PROGRESS::equals).isPresent()) {
            return idle(state);
        }
        boolean good = status.equals("CREATE_COMPLETE") || status.equals("UPDATE_COMPLETE");
        return good
                        && execution
                                .filter(ExecutionStatus.EXECUTE_COMPLETE::equals)
                                .isPresent()
                ? next(
                        state.succeeded().to(Phase.VERIFY),
                        "Stack " + request.stackName() + " is " + status
                                + " by the change, although CloudFormation shows no event of it.")
                : failed(
                        "CloudFormation shows no event of the change of stack " + request.stackName()
                                + ", and the stack is "
                                + status + " " + PATIENCE.toMinutes() + " minutes after the change was asked for"
                                + execution
                                        .map(is -> " (change set " + state.token() + ": " + is + ")")
                                        .orElse("")
                                + ". Look at the stack in the AWS console before you deploy again.",
                        List.of());
    }
}
