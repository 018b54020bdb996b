package io.jenkins.plugins.sagemaker.operation;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/**
 * Something remote that is started once, watched to its end, and stopped on request: a training job, a stack, an endpoint test.
 *
 * <p>An operation is a pure state machine: it owns no thread, no clock and no client, and all that it must remember stands in its
 * state. {@link OperationRun} drives it, keeps the state on disk, and calls again whatever a crash has cut off. So every method
 * may be called again with a state that it has seen before, and must then find what the lost call has left instead of doing it twice.
 *
 * <p>The operation itself holds the user's arguments and is written to disk with the build: nothing secret in its fields.
 *
 * @param <C> what it works with: clients and the files of the workspace
 * @param <S> its state; immutable, small, and equal when nothing has changed
 * @param <R> what it yields
 */
public interface Operation<C, S extends Serializable, R extends Serializable> extends Serializable {

    /** What a user calls it, for example {@code training job digits-17}; the beginning of a sentence in messages. */
    String name();

    /** The first state, with every name and idempotency token fixed. No I/O: the state is on disk before anything remote happens. */
    S begin();

    /**
     * One bounded round of remote calls. A call with a lasting effect is made only from a state that already describes it: to go
     * on to a next effect, answer {@link Progress#next} with the state that announces it.
     *
     * @throws RemoteException if the remote side refused or could not be reached; whether to try again is the driver's business
     * @throws InterruptedException if the controller is shutting down
     */
    Progress<S, R> advance(S state, C remote) throws RemoteException, InterruptedException;

    /**
     * Asks the remote side to stop what this state may have started; does nothing if there is nothing. Called until it returns
     * normally, after which {@link #advance} goes on until the end is seen or {@link #stopGrace} has passed.
     *
     * @return whether there is something whose end is worth waiting for
     */
    boolean cancel(S state, C remote) throws RemoteException, InterruptedException;

    /**
     * For how long after a {@link #cancel} that found nothing something may still turn up that this state has started: so long it is looked for
     * again before it is said that nothing is left running. No I/O.
     */
    default Duration lateness(S state) {
        return Duration.ZERO;
    }

    /** Whether what this state watches is not ours to stop, and is left when the operation is asked to stop. No I/O. */
    default boolean isLeftOnStop(S state) {
        return false;
    }

    /** How long to watch for the end after a {@link #cancel}. */
    default Duration stopGrace() {
        return Duration.ofSeconds(30);
    }

    /**
     * Whether a round in this state may be cut off by an interrupt when the operation is asked to stop: it is long, and repeating it does no
     * harm. No I/O.
     */
    default boolean interruptible(S state) {
        return false;
    }

    /**
     * Whether a round in this state may take minutes, as what is done with files on an agent does; such rounds have threads of their own. No
     * I/O.
     */
    default boolean mayTakeLong(S state) {
        return interruptible(state);
    }

    /**
     * Whether in this state something remote may be running that a failure leaves behind. When the operation is being stopped, a state in which
     * nothing is left running is its end. No I/O.
     */
    default boolean mayRunRemotely(S state) {
        return true;
    }

    /** Whether in this state the remote work is known to have begun and not to be gone, so that a refusal of whatever kind says nothing of its end. No I/O. */
    default boolean hasBegun(S state) {
        return false;
    }

    /**
     * What it waits for in this state, if a list tells of its changes: where many wait for things of one list, that list is read instead of
     * {@link #advance} being called again and again. A round is then made when the list shows a change, and now and then without one. No I/O.
     */
    default Optional<Watched> watched(S state, C remote) {
        return Optional.empty();
    }

    /** Whether in this state {@link #follow} has something to read of which no list tells, such as a log. No I/O. */
    default boolean follows(S state) {
        return false;
    }

    /** A round between two looks at what is watched; only reads on. */
    default Progress<S, R> follow(S state, C remote) throws RemoteException, InterruptedException {
        return Progress.idle(state);
    }

    /** A short phrase in lower case that says what it is waiting for. No I/O. */
    String describe(S state);
}
