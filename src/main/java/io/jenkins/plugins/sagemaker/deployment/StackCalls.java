package io.jenkins.plugins.sagemaker.deployment;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * The calls to CloudFormation about one stack. A stack is meant by its ARN as soon as that is known: a name may pass on to another stack.
 *
 * @param name for messages
 * @param id ARN, or the name while the ARN is not known
 */
record StackCalls(Aws aws, String name, String id) {

    /** 100 events each (CloudFormation API reference, DescribeStackEvents). */
    private static final int MOST_EVENT_PAGES = 100;

    /** The stack that a deployment is about. */
    static StackCalls of(DeployState state, DeployRequest request, Aws aws) {
        String id = state.stack().id();
        return new StackCalls(aws, request.stackName(), id.isEmpty() ? request.stackName() : id);
    }

    Optional<Stack> find() throws RemoteException, InterruptedException {
        return ifThere(() -> Aws.call("describe stack " + name, () -> client().describeStacks(r -> r.stackName(id))))
                .flatMap(answer -> answer.stacks().stream().findFirst());
    }

    /** With the changes of all pages; empty if there is no such change set, or no stack. */
    Optional<DescribeChangeSetResponse> changeSet(String changeSet) throws RemoteException, InterruptedException {
        var first = ifThere(() -> changeSetPage(changeSet, null));
        if (first.isEmpty() || first.get().nextToken() == null) {
            return first;
        }
        List<Change> changes = new ArrayList<>(first.get().changes());
        String token = first.get().nextToken();
        while (token != null) {
            var page = changeSetPage(changeSet, token);
            changes.addAll(page.changes());
            token = page.nextToken();
        }
        return Optional.of(
                first.get().toBuilder().changes(changes).nextToken(null).build());
    }

    private DescribeChangeSetResponse changeSetPage(String changeSet, String token)
            throws RemoteException, InterruptedException {
        return Aws.call(
                "describe change set " + changeSet + " of stack " + name,
                () -> client().describeChangeSet(
                                r -> r.stackName(id).changeSetName(changeSet).nextToken(token)));
    }

    void execute(String changeSet, String token) throws RemoteException, InterruptedException {
        Aws.call(
                "execute change set " + changeSet + " of stack " + name,
                () -> client().executeChangeSet(
                                r -> r.stackName(id).changeSetName(changeSet).clientRequestToken(token)));
    }

    /** Does nothing if it is not there. */
    void deleteChangeSet(String changeSet) throws RemoteException, InterruptedException {
        ifThere(() -> Aws.call(
                "delete change set " + changeSet + " of stack " + name,
                () -> client().deleteChangeSet(r -> r.stackName(id).changeSetName(changeSet))));
    }

    /** Does nothing if it is not there. */
    void delete(String token, String roleArn) throws RemoteException, InterruptedException {
        ifThere(() -> Aws.call(
                "delete stack " + name,
                () -> client().deleteStack(
                                r -> r.stackName(id).clientRequestToken(token).roleARN(emptyToNull(roleArn)))));
    }

    void cancelUpdate(String token) throws RemoteException, InterruptedException {
        leaving(
                StackStatus.UPDATE_IN_PROGRESS,
                () -> Aws.call(
                        "cancel the update of stack " + name,
                        () -> client().cancelUpdateStack(r -> r.stackName(id).clientRequestToken(token))));
    }

    void continueRollback(String token, String roleArn) throws RemoteException, InterruptedException {
        leaving(
                StackStatus.UPDATE_ROLLBACK_FAILED,
                () -> Aws.call(
                        "continue the roll-back of stack " + name,
                        () -> client().continueUpdateRollback(r ->
                                r.stackName(id).clientRequestToken(token).roleARN(emptyToNull(roleArn)))));
    }

    /** A call that takes the stack out of a status. Refused because it is in another one already, it has been made before. */
    private void leaving(StackStatus status, Call<?> call) throws RemoteException, InterruptedException {
        try {
            call.call();
        } catch (RemoteException e) {
            boolean refused = e.kind() == Kind.INVALID || e.kind() == Kind.CONFLICT;
            if (!refused
                    || find().filter(stack -> stack.stackStatus() == status).isPresent()) {
                throw e;
            }
        }
    }

    /** The id of the newest event, after which everything is new; empty if there is none. */
    String newestEvent() throws RemoteException, InterruptedException {
        return Aws.call("read the events of stack " + name, () -> client().describeStackEvents(r -> r.stackName(id)))
                .stackEvents()
                .stream()
                .findFirst()
                .map(StackEvent::eventId)
                .orElse("");
    }

    /** The events after the one with this id, oldest first; all of them if it is empty. */
    List<StackEvent> eventsAfter(String eventId) throws RemoteException, InterruptedException {
        Deque<StackEvent> oldestFirst = new ArrayDeque<>();
        String token = null;
        for (int page = 0; page < MOST_EVENT_PAGES; page++) {
            String from = token;
            var answer = Aws.call(
                    "read the events of stack " + name,
                    () -> client().describeStackEvents(r -> r.stackName(id).nextToken(from)));
            for (StackEvent event : answer.stackEvents()) {
                if (event.eventId().equals(eventId)) {
                    return List.copyOf(oldestFirst);
                }
                oldestFirst.addFirst(event);
            }
            token = answer.nextToken();
            if (token == null) {
                return List.copyOf(oldestFirst);
            }
        }
        throw new RemoteException(
                Kind.INVALID,
                "",
                "Stack " + name + " has more new events than can be read; look at it in the console.",
                null);
    }

    /** Whether an event of the deployment with this token stands after the one with this id. */
    boolean hasBegun(String token, String eventId) throws RemoteException, InterruptedException {
        return eventsAfter(eventId).stream().anyMatch(event -> StackEvents.isOf(token, event));
    }

    List<StackResourceSummary> resources() throws RemoteException, InterruptedException {
        List<StackResourceSummary> all = new ArrayList<>();
        String token = null;
        do {
            String from = token;
            var page = Aws.call(
                    "list the resources of stack " + name,
                    () -> client().listStackResources(r -> r.stackName(id).nextToken(from)));
            all.addAll(page.stackResourceSummaries());
            token = page.nextToken();
        } while (token != null);
        return all;
    }

    private CloudFormationClient client() {
        return aws.cloudFormation();
    }

    static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** A call whose object may be missing. */
    static <T> Optional<T> ifThere(Call<T> call) throws RemoteException, InterruptedException {
        try {
            return Optional.ofNullable(call.call());
        } catch (RemoteException e) {
            if (e.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A {@link java.util.concurrent.Callable} with the two exceptions that a remote call has. */
    @FunctionalInterface
    interface Call<T> {
        T call() throws RemoteException, InterruptedException;
    }
}
