package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import java.time.Instant;
import java.util.List;

/** A change set. Guarded by the lock of its {@link StackRegion}. */
final class ChangeSet {

    final String id;
    final String name;
    final String type;
    final String description;
    final String token;
    final Instant created;
    final StackInput input;
    Stack.OnFailure onFailure;
    String status = "CREATE_PENDING";
    String executionStatus = "UNAVAILABLE";
    String reason;
    List<ResourceChange> changes = List.of();
    String executionToken;

    /**
     * A change set whose changes are not known yet.
     *
     * @param type {@code CREATE} or {@code UPDATE}
     * @param token ClientToken of the request, or null
     */
    ChangeSet(
            String id, String name, String type, String description, String token, Instant created, StackInput input) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.description = description;
        this.token = token;
        this.created = created;
        this.input = input;
    }

    void available(List<ResourceChange> found) {
        changes = List.copyOf(found);
        status = "CREATE_COMPLETE";
        executionStatus = "AVAILABLE";
    }

    void failed(String why) {
        status = "FAILED";
        executionStatus = "UNAVAILABLE";
        reason = why;
    }

    /** Notes the end of the operation that executed this change set, if there was one. */
    void executed(boolean successfully) {
        if (executionStatus.equals("EXECUTE_IN_PROGRESS")) {
            executionStatus = successfully ? "EXECUTE_COMPLETE" : "EXECUTE_FAILED";
        }
    }

    /** Notes that the stack has changed otherwise. */
    void obsolete() {
        if (executionStatus.equals("AVAILABLE")) {
            executionStatus = "OBSOLETE";
        }
    }
}
