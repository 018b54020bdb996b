package io.jenkins.plugins.sagemaker.operation;

import io.jenkins.plugins.sagemaker.operation.Journal.Entry;
import io.jenkins.plugins.sagemaker.operation.Journal.Stop;
import io.jenkins.plugins.sagemaker.operation.OperationRun.Connection;
import io.jenkins.plugins.sagemaker.operation.OperationRun.Limits;
import io.jenkins.plugins.sagemaker.operation.Progress.Pace;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import io.jenkins.plugins.sagemaker.operation.Wait.Cause;
import java.io.IOException;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The rounds of an {@link OperationRun}: what is done with an operation from one entry of its logbook to the next. Used by one thread at a time.
 *
 * @param <C> what the operation works with
 * @param <S> its state
 */
final class Rounds<C, S extends Serializable> {

    private static final Logger LOGGER = Logger.getLogger(Rounds.class.getName());

    /** Unless it is watched. */
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final Operation<C, S, ?> operation;
    private final Scheduler scheduler;
    private final Connection<C> connection;
    private final Limits limits;
    private final Logbook book;
    private final Stopping stopping;
    private final Interruption interruption = new Interruption();
    private final Trouble trouble = new Trouble();
    private final Pacing pacing;
    private boolean resumed;

    Rounds(
            Operation<C, S, ?> operation,
            Scheduler scheduler,
            Connection<C> connection,
            Limits limits,
            Logbook book,
            Stopping stopping) {
        this.operation = operation;
        this.scheduler = scheduler;
        this.connection = connection;
        this.limits = limits;
        this.book = book;
        this.stopping = stopping;
        this.pacing = new Pacing(scheduler.random());
    }

    /** In a short phrase. Called by any thread. */
    String status() {
        String doing = book.last() == null ? "starting " + operation.name() : operation.describe(state());
        String bad = trouble.words();
        return bad.isEmpty() ? doing : doing + " (" + bad + ")";
    }

    /** Whether the next round belongs on the threads for what takes long. What is to be stopped never waits there. Called by any thread. */
    boolean nextMayTakeLong() {
        Entry last = book.last();
        return last != null
                && last.end() == null
                && last.stop() == null
                && !stopping.isAsked()
                && operation.mayTakeLong(state());
    }

    /** Ends the round of the moment if it may be cut off. Called by any thread. */
    void cutOff() {
        interruption.cutOff();
    }

    /**
     * When the next round is due.
     *
     * @param watched what it waits for, if a list tells of its changes; null if none does
     * @param again why it is due before anything changes: this one has failed, or has not looked; null if it has
     */
    record Next(Duration pause, Watched watched, Cause again) {
        static final Next NOW = new Next(Duration.ZERO, null, null);

        private static Next after(Duration pause) {
            return pause == null ? null : new Next(pause, null, Cause.RETRY);
        }
    }

    /** After a restart: where many wait, one after another looks. */
    void resumed() {
        resumed = true;
    }

    /**
     * Makes one round.
     *
     * @param cause null if it is due by itself
     * @return null once the last entry holds the end
     */
    Next next(Cause cause) throws InterruptedException {
        try {
            if (book.last() == null) {
                book.open(operation.begin(), scheduler.now());
                return Next.NOW;
            }
            if (book.last().end() != null) {
                return null;
            }
            if (cause == Cause.OVER) {
                pacing.hurry();
            }
            Next next = work(cause == Cause.FOLLOW);
            trouble.over();
            return next;
        } catch (RemoteException e) {
            return Next.after(afterTrouble(e));
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException("interrupted while writing the journal").initCause(e);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "cannot write the journal of " + operation.name() + "; trying again", e);
            trouble.is("cannot write its journal: " + e.getMessage(), scheduler.now());
            return Next.after(pacing.afterTrouble());
        }
    }

    /** When the operation's own time is over; null for never. */
    Instant deadline() {
        return limits.timeout() == null ? null : book.last().startedAt().plus(limits.timeout());
    }

    /** Whether it has something to read between two looks. */
    boolean follows() {
        return operation.follows(state());
    }

    /** The list of what it waits for, with the credentials of the moment; null if it waits for nothing listed. Called by any thread. */
    Listing listing() throws RemoteException, InterruptedException {
        Entry last = book.last();
        return last.end() != null || last.stop() != null
                ? null
                : operation
                        .watched(state(), connection.connect())
                        .map(Watched::listing)
                        .orElse(null);
    }

    /** @param onlyFollows whether only that is read of which no list tells */
    private Next work(boolean onlyFollows) throws RemoteException, IOException, InterruptedException {
        noteStop();
        Entry entry = book.last();
        if (entry.stop() != null && (limits.leaveOnStop() || operation.isLeftOnStop(state()))) {
            return end(entry.stop().end(true), List.of("Left as it is: " + operation.name()));
        }
        if (entry.stop() != null && !operation.mayRunRemotely(state())) {
            // Known without a call, so that a remote side out of reach keeps nobody waiting.
            return end(entry.stop().end(false), List.of("Nothing is left running: " + operation.name()));
        }
        C remote = connection.connect();
        if (entry.stop() != null && !stopping.isCancelled()) {
            boolean found = operation.cancel(state(), remote);
            Duration lateness = operation.lateness(state());
            if (!found && stopping.isLookedFor(scheduler.now(), lateness)) {
                return Next.after(pacing.after(Pace.SOON));
            }
            stopping.cancelled(scheduler.now(), operation.stopGrace());
            if (!found) {
                boolean certain = lateness.isZero() || !stopping.isImpatient();
                return end(
                        entry.stop().end(!certain),
                        List.of((certain
                                        ? "Nothing is left running: "
                                        : "Not found so far, and not looked for any longer: ")
                                + operation.name()));
            }
        }
        if (stopping.isOver(scheduler.now())) {
            return end(entry.stop().end(false), List.of("Stop requested, end not waited for: " + operation.name()));
        }
        boolean first = resumed;
        resumed = false;
        if (first && watched(remote) != null) {
            return new Next(AT_ONCE, watched(remote), Cause.RESUMED);
        }
        boolean follows = onlyFollows && entry.stop() == null && operation.follows(state());
        Progress<S, ?> progress = follows ? operation.follow(state(), remote) : advance(state(), remote);
        if (progress == null) {
            return Next.NOW;
        }
        Duration pause = after(progress);
        return pause == null ? null : new Next(pause, watched(remote), null);
    }

    private Watched watched(C remote) {
        return stopping.isAsked() || book.last().stop() != null
                ? null
                : operation.watched(state(), remote).orElse(null);
    }

    @SuppressWarnings("unchecked")
    private S state() {
        return (S) book.last().state();
    }

    private Duration after(Progress<S, ?> progress) throws IOException {
        Entry entry = book.last();
        if (progress instanceof Progress.Waiting<S, ?> waiting) {
            if (!waiting.state().equals(entry.state()) || !waiting.lines().isEmpty()) {
                book.write(waiting.state(), waiting.lines(), null);
            }
            return pacing.after(waiting.pace());
        }
        if (stopping.isAsked()) {
            noteStop(); // what was asked for during the last round is not lost because it was the last
        }
        Stop stop = book.last().stop();
        if (stop != null) {
            return end(stop.end(false), progress.lines());
        }
        return end(
                progress instanceof Progress.Succeeded<S, ?> good
                        ? new End.Succeeded((Serializable) good.result(), good.warnings())
                        : new End.Failed(((Progress.Failed<S, ?>) progress).reason()),
                progress.lines());
    }

    /** @return null if a wish to stop has cut the round off */
    private Progress<S, ?> advance(S state, C remote) throws RemoteException, InterruptedException {
        if (book.last().stop() != null || !operation.interruptible(state)) {
            return operation.advance(state, remote);
        }
        hearOfTimeout();
        // A stop that came before the interruption was ready is seen here, a later one cuts off.
        return interruption.during(() -> stopping.isAsked() ? null : operation.advance(state, remote));
    }

    /** The task holds this run weakly: most are long gone when their time would be over. */
    private void hearOfTimeout() {
        if (limits.timeout() != null) {
            var round = new WeakReference<>(interruption);
            Duration left =
                    Duration.between(scheduler.now(), book.last().startedAt().plus(limits.timeout()));
            scheduler.after(left.plusMillis(1), () -> {
                var still = round.get();
                if (still != null) {
                    still.cutOff();
                }
            });
        }
    }

    private void noteStop() throws IOException {
        var stop = stopping.due(operation.name(), book.last(), limits.timeout(), scheduler.now());
        if (stop != null) {
            String verb = limits.leaveOnStop() ? "Not watching any longer: " : "Stopping: ";
            String line = verb + operation.name() + ", because " + stop.reason();
            String untold = trouble.untold();
            book.write(stop, untold.isEmpty() ? List.of(line) : List.of(line, "Until then: " + untold));
        }
    }

    private Duration afterTrouble(RemoteException e) {
        Instant now = scheduler.now();
        Entry entry = book.last();
        trouble.is("trying again: " + e.getMessage(), now);
        boolean givesUp = stopping.isImpatient() && entry.stop() != null;
        try {
            if (!givesUp && trouble.mayPass(e, entry.startedAt(), now)) {
                LOGGER.log(Level.FINE, e, () -> operation.name() + ": " + trouble.words());
                if (trouble.isNews(now)) {
                    book.write(entry.state(), List.of("Trying again: " + e.getMessage()), null);
                    trouble.told();
                }
                return pacing.afterTrouble();
            }
            boolean refused = e.kind() == Kind.INVALID || e.kind() == Kind.CONFLICT;
            boolean certain = refused && entry.stop() == null && !operation.hasBegun(state());
            boolean known = certain || !operation.mayRunRemotely(state());
            String said = known
                    ? e.getMessage()
                    : e.sentence() + " Whether " + operation.name() + " goes on remotely is not known.";
            return entry.stop() == null
                    ? end(new End.Failed(said), List.of())
                    : end(entry.stop().end(!known), List.of(said));
        } catch (IOException disk) {
            LOGGER.log(Level.WARNING, "cannot write the journal of " + operation.name() + "; trying again", disk);
            return pacing.afterTrouble();
        }
    }

    private <T> T end(End end, List<String> lines) throws IOException {
        book.write(book.last().state(), lines, end);
        return null;
    }
}
