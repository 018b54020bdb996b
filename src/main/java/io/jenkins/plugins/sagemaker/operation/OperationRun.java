package io.jenkins.plugins.sagemaker.operation;

import io.jenkins.plugins.sagemaker.operation.Journal.Entry;
import io.jenkins.plugins.sagemaker.operation.Journal.Stop;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.io.IOException;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

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
    private final Journal journal;
    private final Scheduler scheduler;
    private final Connection<C> connection;
    private final Host host;
    private final Limits limits;
    private final Interruption interruption = new Interruption();
    private final Trouble trouble = new Trouble();
    private final Pacing pacing = new Pacing(ThreadLocalRandom.current());

    private volatile Entry entry;
    private volatile String requestedStop;
    private volatile boolean impatient;
    private boolean cancelled;
    private Instant graceEnds;
    private boolean busy;
    private boolean closed;
    private long wakeUp;

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

    public OperationRun(
            Operation<C, S, ?> operation,
            Journal journal,
            Scheduler scheduler,
            Connection<C> connection,
            Host host,
            Limits limits) {
        this.operation = operation;
        this.journal = journal;
        this.scheduler = scheduler;
        this.connection = connection;
        this.host = host;
        this.limits = limits;
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
        scheduler.after(Duration.ZERO, () -> {
            try {
                Entry last = Entry.newer(known, journal.read().orElse(null));
                if (last != null) {
                    reprint(last);
                    entry = last;
                }
                wake(Duration.ZERO);
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "cannot read the journal of " + operation.name(), e);
                tell(new End.Failed("The journal of " + operation.name() + " cannot be read: " + e.getMessage()
                        + ". It may still be running remotely."));
            }
        });
    }

    /** Asks the operation to stop; a second time: to end at once without watching the remote end. Does not block. */
    public synchronized void stop(String reason) {
        impatient = requestedStop != null;
        requestedStop = reason;
        if (busy) {
            interruption.cutOff();
        } else {
            wake(Duration.ZERO);
        }
    }

    /** Lets go without an end: the controller is shutting down. */
    public synchronized void close() {
        closed = true;
    }

    /** What it is waiting for, in a short phrase. */
    @SuppressWarnings("unchecked")
    public String status() {
        Entry e = entry;
        String doing = e == null ? "starting " + operation.name() : operation.describe((S) e.state());
        String bad = trouble.words();
        return bad.isEmpty() ? doing : doing + " (" + bad + ")";
    }

    private synchronized void wake(Duration delay) {
        if (!closed) {
            long mine = ++wakeUp;
            scheduler.after(delay, () -> tick(mine));
        }
    }

    private void tick(long mine) {
        synchronized (this) {
            if (closed || busy || mine != wakeUp) {
                return;
            }
            busy = true;
        }
        Duration pause = null;
        try {
            pause = round();
        } catch (InterruptedException e) {
            LOGGER.log(Level.FINE, "{0} lets go: the controller is shutting down", operation.name());
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOGGER.log(Level.SEVERE, "a defect in the plugin ended " + operation.name(), e);
            tell(new End.Failed("A defect in the plugin ended " + operation.name() + ": " + e
                    + ". The controller's log has the details; please report them."));
        } finally {
            synchronized (this) {
                busy = false;
            }
        }
        if (pause != null) {
            wake(requestedStop != null && entry.stop() == null ? Duration.ZERO : pause);
        }
    }

    /** @return the pause until the next round, or null after the end */
    private Duration round() throws InterruptedException {
        try {
            if (entry == null) {
                save(Entry.first(operation.begin(), scheduler.now()));
            }
            if (entry.end() != null) {
                tell(entry.end());
                return null;
            }
            Duration pause = work();
            trouble.over();
            return pause;
        } catch (RemoteException e) {
            return afterTrouble(e);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "cannot write the journal of " + operation.name() + "; trying again", e);
            trouble.is("cannot write its journal: " + e.getMessage(), scheduler.now());
            return pacing.afterTrouble();
        }
    }

    @SuppressWarnings("unchecked")
    private Duration work() throws RemoteException, IOException, InterruptedException {
        noteStop();
        C remote = connection.connect();
        if (entry.stop() != null && !cancelled) {
            if (limits.leaveOnStop()) {
                return end(entry.stop().end(), List.of("Left as it is: " + operation.name()));
            }
            boolean worthWaiting = operation.cancel((S) entry.state(), remote);
            cancelled = true;
            graceEnds = scheduler.now().plus(operation.stopGrace());
            if (!worthWaiting) {
                return end(entry.stop().end(), List.of("Nothing is left running: " + operation.name()));
            }
        }
        if (cancelled && (impatient || scheduler.now().isAfter(graceEnds))) {
            return end(entry.stop().end(), List.of("Stop requested, end not waited for: " + operation.name()));
        }
        Progress<S, ?> progress = advance((S) entry.state(), remote);
        if (progress == null) {
            return Duration.ZERO;
        }
        if (progress instanceof Progress.Waiting<S, ?> waiting) {
            if (!waiting.state().equals(entry.state()) || !waiting.lines().isEmpty()) {
                commit(waiting.state(), waiting.lines(), null);
            }
            return pacing.after(waiting.pace());
        }
        if (entry.stop() != null) {
            return end(entry.stop().end(), progress.lines());
        }
        return end(
                progress instanceof Progress.Succeeded<S, ?> good
                        ? new End.Succeeded((Serializable) good.result(), good.warnings())
                        : new End.Failed(((Progress.Failed<S, ?>) progress).reason()),
                progress.lines());
    }

    /** @return null if a wish to stop has cut the round off */
    private Progress<S, ?> advance(S state, C remote) throws RemoteException, InterruptedException {
        if (entry.stop() != null || !operation.interruptible(state)) {
            return operation.advance(state, remote);
        }
        hearOfTimeout();
        // A stop that came before the interruption was ready is seen here, a later one cuts off.
        return interruption.during(() -> requestedStop != null ? null : operation.advance(state, remote));
    }

    /** The task holds this run weakly: most are long gone when their time would be over. */
    private void hearOfTimeout() {
        if (limits.timeout() != null) {
            var round = new WeakReference<>(interruption);
            Duration left = Duration.between(scheduler.now(), entry.startedAt().plus(limits.timeout()));
            scheduler.after(left.plusMillis(1), () -> {
                var still = round.get();
                if (still != null) {
                    still.cutOff();
                }
            });
        }
    }

    private void noteStop() throws IOException {
        if (entry.stop() != null) {
            return;
        }
        boolean late = limits.timeout() != null
                && !scheduler.now().isBefore(entry.startedAt().plus(limits.timeout()));
        if (requestedStop == null && !late) {
            return;
        }
        Stop stop = requestedStop != null
                ? new Stop(requestedStop, false)
                : new Stop(
                        operation.name() + " has taken longer than "
                                + limits.timeout().toMinutes() + " minutes",
                        true);
        String verb = limits.leaveOnStop() ? "Not watching any longer: " : "Stopping: ";
        write(entry.next(entry.state(), List.of(verb + operation.name() + ", because " + stop.reason()), stop, null));
    }

    @SuppressWarnings("unchecked")
    private Duration afterTrouble(RemoteException e) {
        Instant now = scheduler.now();
        trouble.is("trying again: " + e.getMessage(), now);
        boolean givesUp = impatient && entry.stop() != null;
        try {
            if (!givesUp && trouble.mayPass(e, entry.startedAt(), now)) {
                LOGGER.log(Level.FINE, "{0}: {1}", new Object[] {operation.name(), trouble.words()});
                if (trouble.isNews(now)) {
                    commit(entry.state(), List.of("Trying again: " + e.getMessage()), null);
                    trouble.told();
                }
                return pacing.afterTrouble();
            }
            boolean certain = (e.kind() == Kind.INVALID || e.kind() == Kind.CONFLICT) && entry.stop() == null;
            String lost = certain || !operation.mayRunRemotely((S) entry.state())
                    ? ""
                    : " Whether " + operation.name() + " goes on remotely is not known.";
            return entry.stop() == null
                    ? end(new End.Failed(e.getMessage() + lost), List.of())
                    : end(entry.stop().end(), List.of(e.getMessage() + lost));
        } catch (IOException disk) {
            LOGGER.log(Level.WARNING, "cannot write the journal of " + operation.name() + "; trying again", disk);
            return pacing.afterTrouble();
        }
    }

    private Duration end(End end, List<String> lines) throws IOException {
        commit(entry.state(), lines, end);
        tell(end);
        return null;
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

    private void commit(Serializable state, List<String> lines, End end) throws IOException {
        write(entry.next(state, lines.stream().flatMap(OperationRun::split).toList(), entry.stop(), end));
    }

    /** An entry's lines are those of the log: an empty one counts, one with line breaks is several. */
    private static Stream<String> split(String line) {
        return line.isEmpty() ? Stream.of(line) : line.lines();
    }

    private void write(Entry next) throws IOException {
        save(next);
        if (!next.lines().isEmpty()) {
            host.print(next.lines());
        }
    }

    private void save(Entry next) throws IOException {
        journal.write(next);
        entry = next;
        host.saved(next);
    }

    private void reprint(Entry last) throws IOException {
        if (!last.lines().isEmpty()) {
            long there = Math.max(0, host.printed() - last.linesBefore());
            if (there < last.lines().size()) {
                host.print(last.lines().subList((int) there, last.lines().size()));
            }
        }
    }
}
