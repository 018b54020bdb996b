package io.jenkins.plugins.sagemaker.operation;

import io.jenkins.plugins.sagemaker.operation.Journal.Entry;
import io.jenkins.plugins.sagemaker.operation.Wait.Cause;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Drives one {@link Operation} to its end. Holds no thread while it waits, and keeps three rules:
 *
 * <ul>
 *   <li>a state is in the journal before {@link Operation#advance} is called with it, so a crash at any moment leads back to a state from
 *       which the lost call is found or made;
 *   <li>lines are in the journal before they are printed, with the number of lines that the log had, so that after a crash exactly the
 *       missing ones are printed;
 *   <li>the end is in the journal before the host hears of it, and is told again after a crash instead of being worked for again.
 * </ul>
 *
 * <p>Throttling, passing trouble and expired credentials never fail an operation before {@link Trouble#PATIENCE} has passed without a single good
 * round. Denied access is tried again during the first {@link Trouble#PROPAGATION}, the time in which IAM makes a change known.
 *
 * @param <C> what the operation works with
 * @param <S> its state
 */
public final class OperationRun<C, S extends Serializable> {

    private static final Logger LOGGER = Logger.getLogger(OperationRun.class.getName());

    private final Operation<C, S, ?> operation;
    private final Scheduler scheduler;
    private final Host host;
    private final Logbook book;
    private final Rounds<C, S> rounds;
    private final Stopping stopping = new Stopping();

    private final Watching watching;

    private boolean busy;
    private boolean closed;
    private long wakeUp;

    /** Why another round is to follow the one of the moment; null if nobody has asked for it. */
    private Cause again;

    /** Where the operation lives: the build and its log. Called by one thread at a time. */
    public interface Host {

        /** A new entry is in the journal. */
        void saved(Entry entry);

        /** Prints to the build log and flushes it. */
        void print(List<String> lines);

        /** How many lines of this operation stand in the build log; asked once, after a restart. */
        long printed() throws IOException;

        /** The end; told once in the life of this object. */
        void ended(End end);
    }

    /** Gives what the operation works with, fresh for each round. */
    @FunctionalInterface
    public interface Connection<C> {
        C connect() throws RemoteException, InterruptedException;
    }

    /**
     * What bounds the operation.
     *
     * @param timeout from the operation's begin; null for none
     * @param leaveOnStop whether the remote work is left alone when the operation is asked to stop
     */
    public record Limits(Duration timeout, boolean leaveOnStop) implements Serializable {}

    /** Of an operation that looks by itself after what it waits for. */
    public OperationRun(
            Operation<C, S, ?> operation,
            Journal journal,
            Scheduler scheduler,
            Connection<C> connection,
            Host host,
            Limits limits) {
        this(operation, journal, scheduler, connection, host, limits, new Watchers(scheduler));
    }

    /** @param watchers shared with others, so that many look together */
    public OperationRun(
            Operation<C, S, ?> operation,
            Journal journal,
            Scheduler scheduler,
            Connection<C> connection,
            Host host,
            Limits limits,
            Watchers watchers) {
        this.operation = operation;
        this.scheduler = scheduler;
        this.host = host;
        this.book = new Logbook(journal, host);
        this.rounds = new Rounds<>(operation, scheduler, connection, limits, book, stopping);
        this.watching = new Watching(watchers, rounds, this::wakeFor);
    }

    /** Begins the operation. No I/O on the calling thread. */
    public void start() {
        wake(Duration.ZERO);
    }

    /**
     * Goes on after a restart. No I/O on the calling thread.
     *
     * @param known the entry that the host has kept; the journal's is taken if it is newer
     */
    public void resume(Entry known) {
        synchronized (this) {
            busy = true; // nothing begins, not even a stop, before the last entry is known
        }
        scheduler.after(Duration.ZERO, () -> {
            if (isReopened(known)) {
                wake(Duration.ZERO);
            }
        });
    }

    /** As {@link #resume}, to stop: no round is made before the wish to stop is known. */
    public void resumeAndStop(Entry known, String reason) {
        stopping.ask(reason);
        resume(known);
    }

    private boolean isReopened(Entry known) {
        try {
            book.reopen(known);
            rounds.resumed();
            return true;
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "cannot read the journal of " + operation.name(), e);
            tell(new End.Failed("The journal of " + operation.name() + " cannot be read: " + e.getMessage()
                    + ". It may still be running remotely."));
            return false;
        } finally {
            synchronized (this) {
                busy = false;
            }
        }
    }

    /** Asks the operation to stop; a second time: to end at once without watching the remote end. Does not block. */
    public synchronized void stop(String reason) {
        stopping.ask(reason);
        if (busy) {
            rounds.cutOff();
        } else {
            wake(Duration.ZERO);
        }
    }

    /** Lets go without an end: the controller is shutting down. */
    public void close() {
        synchronized (this) {
            closed = true;
        }
        watching.end();
    }

    /** What it is waiting for, in a short phrase. */
    public String status() {
        return rounds.status();
    }

    private void wake(Duration delay) {
        wake(delay, null);
    }

    private synchronized void wake(Duration delay, Cause cause) {
        if (!closed) {
            long mine = ++wakeUp;
            if (rounds.nextMayTakeLong()) {
                scheduler.afterForLong(delay, () -> tick(mine, cause));
            } else {
                scheduler.after(delay, () -> tick(mine, cause));
            }
        }
    }

    /** By a watcher. A round that is being made may have looked just before what is now known. */
    private synchronized void wakeFor(Cause cause) {
        if (!busy) {
            wake(Duration.ZERO, cause);
        } else if (again == null || cause.compareTo(again) < 0) {
            again = cause;
        }
    }

    private void tick(long mine, Cause cause) {
        synchronized (this) {
            if (closed || busy || mine != wakeUp) {
                return;
            }
            busy = true;
            again = null;
        }
        Rounds.Next next = null;
        boolean watched = false;
        try {
            next = rounds.next(cause);
            if (next == null) {
                tell(book.last().end());
            } else {
                watched = watching.goesOn(next);
            }
        } catch (InterruptedException e) {
            LOGGER.log(Level.FINE, "{0} lets go: the controller is shutting down", operation.name());
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOGGER.log(Level.SEVERE, "a defect in the plugin ended " + operation.name(), e);
            tell(new End.Failed("A defect in the plugin ended " + operation.name() + ": " + e
                    + ". The controller's log has the details; please report them."));
        } finally {
            goOn(next, watched);
        }
    }

    /**
     * After a round.
     *
     * @param next null if none is to come
     * @param watched whether a watcher wakes it
     */
    private void goOn(Rounds.Next next, boolean watched) {
        boolean over;
        synchronized (this) {
            busy = false;
            over = closed;
            if (next != null) {
                if (stopping.isAsked() && book.last().stop() == null) {
                    wake(Duration.ZERO);
                } else if (again != null) {
                    wake(Duration.ZERO, again);
                } else if (!watched) {
                    wake(next.pause());
                }
            }
        }
        if (over) {
            watching.end();
        }
    }

    private void tell(End end) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        host.ended(end);
    }
}
