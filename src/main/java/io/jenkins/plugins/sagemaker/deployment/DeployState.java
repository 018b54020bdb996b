package io.jenkins.plugins.sagemaker.deployment;

import java.io.Serializable;

/**
 * Where a deployment stands.
 *
 * @param phase what comes next
 * @param token name of the change set and client request token of all that this deployment does; fixed before anything happens
 * @param startedAtMillis when the stack's change was begun, in milliseconds since 1970; container logs before that are not ours
 * @param stack what is known of the stack
 * @param eventCursor id of the last stack event that counts as seen
 * @param ownEventsSeen whether an event of this deployment has been seen, from which on all are shown
 * @param failure what has gone wrong; null while nothing has
 * @param changed whether the stack's change has succeeded
 */
record DeployState(
        Phase phase,
        String token,
        long startedAtMillis,
        StackFacts stack,
        String eventCursor,
        boolean ownEventsSeen,
        Failure failure,
        boolean changed)
        implements Serializable {

    /** The next thing to do. Those marked as an effect change something for good, which this state announces. */
    enum Phase {
        LOOK("looking at the stack"),
        /** An effect. */
        DELETE_FAILED_CREATION("deleting what a failed first creation has left"),
        AWAIT_DELETION("waiting for the deletion of what a failed first creation has left"),
        /** An effect. */
        CONTINUE_ROLLBACK("continuing the roll-back that has failed"),
        /** An effect. */
        CREATE_CHANGE_SET("creating the change set"),
        AWAIT_CHANGE_SET("waiting for the change set"),
        /** An effect. */
        DISCARD_CHANGE_SET("deleting the change set"),
        /** An effect. */
        EXECUTE("executing the change set"),
        WATCH("waiting for the stack's change"),
        DIAGNOSE("looking for the cause"),
        VERIFY("waiting for the endpoint to be in service");

        private final String words;

        Phase(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * What is known of the stack.
     *
     * @param id its ARN; empty until known
     * @param busyStatus the status in which another operation was last seen to hold it; empty if none
     * @param create whether the change set creates the stack
     * @param made whether there was no stack at all, so that an unfinished one is ours to remove
     * @param recovered whether it has been brought back to order once; there is no second time
     * @param previousConfig the endpoint configuration that was served before; empty for none
     */
    record StackFacts(
            String id, String busyStatus, boolean create, boolean made, boolean recovered, String previousConfig)
            implements Serializable {

        static final StackFacts UNKNOWN = new StackFacts("", "", false, false, false, "");

        StackFacts busy(String knownId, String status) {
            return new StackFacts(knownId, status, create, made, recovered, previousConfig);
        }

        StackFacts recovering(String knownId) {
            return new StackFacts(knownId, "", create, made, true, previousConfig);
        }

        StackFacts toCreate(String knownId) {
            return new StackFacts(knownId, "", true, knownId.isEmpty(), recovered, "");
        }

        StackFacts toUpdate(String knownId, String servedConfig) {
            return new StackFacts(knownId, "", false, false, recovered, servedConfig);
        }

        StackFacts known(String knownId) {
            return new StackFacts(knownId, busyStatus, create, made, recovered, previousConfig);
        }
    }

    /**
     * The cause.
     *
     * @param reason a sentence for the user
     * @param resourceType for example {@code AWS::SageMaker::Endpoint}; empty if no resource has failed
     */
    record Failure(String reason, String resourceType) implements Serializable {}

    static DeployState begin(String token) {
        return new DeployState(Phase.LOOK, token, 0, StackFacts.UNKNOWN, "", false, null, false);
    }

    DeployState to(Phase next) {
        return new DeployState(next, token, startedAtMillis, stack, eventCursor, ownEventsSeen, failure, changed);
    }

    DeployState with(StackFacts facts) {
        return new DeployState(phase, token, startedAtMillis, facts, eventCursor, ownEventsSeen, failure, changed);
    }

    DeployState startingAt(long millis, String cursor) {
        return new DeployState(phase, token, millis, stack, cursor, false, failure, changed);
    }

    DeployState seen(String cursor, Failure cause) {
        return new DeployState(phase, token, startedAtMillis, stack, cursor, true, cause, changed);
    }

    DeployState failing(Failure cause) {
        return new DeployState(phase, token, startedAtMillis, stack, eventCursor, ownEventsSeen, cause, changed);
    }

    DeployState succeeded() {
        return new DeployState(phase, token, startedAtMillis, stack, eventCursor, ownEventsSeen, null, true);
    }
}
