package io.jenkins.plugins.sagemaker.deployment;

import io.jenkins.plugins.sagemaker.deployment.DeployState.Failure;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * The stack events that one look has brought, each to be shown once. Those before the first event of this deployment belong to others and
 * are passed over; what follows it up to the stack's end state belongs to it, even a roll-back that somebody else has asked for.
 *
 * @param lines one for each event
 * @param cursor id of the last event
 * @param failure the first failure of a resource, or the one known before; null if there is none
 * @param end the status in which the stack's change ended; empty while it goes on
 */
record StackEvents(List<String> lines, String cursor, Failure failure, String end) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_REASON = 1000;
    /** The end states of a change (CloudFormation User Guide, stack status codes). */
    private static final Set<String> ENDS = Set.of(
            "CREATE_COMPLETE",
            "CREATE_FAILED",
            "ROLLBACK_COMPLETE",
            "ROLLBACK_FAILED",
            "UPDATE_COMPLETE",
            "UPDATE_FAILED",
            "UPDATE_ROLLBACK_COMPLETE",
            "UPDATE_ROLLBACK_FAILED",
            "DELETE_COMPLETE",
            "DELETE_FAILED");

    static StackEvents after(DeployState state, StackCalls stack) throws RemoteException, InterruptedException {
        return of(state, stack.eventsAfter(state.eventCursor()));
    }

    /** @param oldestFirst the events after the state's cursor */
    static StackEvents of(DeployState state, List<StackEvent> oldestFirst) {
        List<String> lines = new ArrayList<>();
        String cursor = state.eventCursor();
        Failure failure = state.failure();
        boolean ours = state.ownEventsSeen();
        for (StackEvent event : oldestFirst) {
            ours |= isOf(state.token(), event);
            if (!ours) {
                continue;
            }
            String status = event.resourceStatusAsString();
            boolean whole = event.stackId().equals(event.physicalResourceId());
            lines.add(line(event));
            cursor = event.eventId();
            if (failure == null && !whole && status.endsWith("_FAILED") && !isConsequence(event)) {
                failure = new Failure(
                        event.logicalResourceId() + " (" + event.resourceType() + ") " + status + ": " + reason(event),
                        event.resourceType());
            }
            if (whole && ENDS.contains(status)) {
                return new StackEvents(lines, cursor, failure, status);
            }
        }
        return new StackEvents(lines, cursor, failure, "");
    }

    /** Whether an event belongs to the deployment with this token, or to its cancelling. */
    static boolean isOf(String token, StackEvent event) {
        return event.clientRequestToken() != null && event.clientRequestToken().startsWith(token);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The whole failure in a sentence; only if {@link #end} is one. */
    Failure verdict(String stackName) {
        String cause = failure == null ? "None of its resources gives a reason." : "The cause: " + failure.reason();
        String then =
                switch (end) {
                    case "ROLLBACK_COMPLETE" ->
                        " (The next deployment deletes this stack, which has never served, and creates it anew.)";
                    case "UPDATE_ROLLBACK_COMPLETE" -> " (The stack is as it was before.)";
                    default -> "";
                };
        return new Failure(
                "Stack " + stackName + " ended as " + end + ". " + cause + then,
                failure == null ? "" : failure.resourceType());
    }

    /** A failure that only says that another one has ended the change. */
    private static boolean isConsequence(StackEvent event) {
        String reason = event.resourceStatusReason();
        return reason != null && reason.matches("(?i)resource (creation|update|deletion) cancell?ed\\.?");
    }

    private static String line(StackEvent event) {
        boolean telling = event.resourceStatusReason() != null
                && !event.resourceStatusReason().isBlank();
        return TIME.format(event.timestamp()) + "  " + "%-18s".formatted(event.resourceStatusAsString()) + "  "
                + event.logicalResourceId() + (telling ? ": " + reason(event) : "");
    }

    private static String reason(StackEvent event) {
        String reason = event.resourceStatusReason() == null ? "no reason given" : event.resourceStatusReason();
        String oneLine = reason.strip().replaceAll("\\s+", " ");
        return oneLine.length() <= LONGEST_REASON ? oneLine : oneLine.substring(0, LONGEST_REASON) + "…";
    }
}
