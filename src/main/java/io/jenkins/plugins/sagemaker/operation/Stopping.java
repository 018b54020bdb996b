package io.jenkins.plugins.sagemaker.operation;

import io.jenkins.plugins.sagemaker.operation.Journal.Entry;
import io.jenkins.plugins.sagemaker.operation.Journal.Stop;
import java.time.Duration;
import java.time.Instant;

/** How far the end of an operation on request has come: asked for, passed on to the remote side, given up waiting for. */
final class Stopping {

    private volatile String reason;
    private volatile boolean impatient;
    private boolean cancelled;
    private Instant graceEnds;
    private Instant lookingEnds;

    /** A second request means that nobody wants to wait for the remote end. */
    void ask(String why) {
        impatient = reason != null;
        reason = why;
    }

    boolean isAsked() {
        return reason != null;
    }

    boolean isImpatient() {
        return impatient;
    }

    /** What is to be written down now: a request, or the operation's own time-out; null if there is nothing new. */
    Stop due(String name, Entry entry, Duration timeout, Instant now) {
        if (entry.stop() != null) {
            return null;
        }
        if (reason != null) {
            return new Stop(reason, false);
        }
        boolean late = timeout != null && !now.isBefore(entry.startedAt().plus(timeout));
        if (!late) {
            return null;
        }
        long minutes = timeout.toMinutes();
        return new Stop(name + " has taken longer than " + minutes + (minutes == 1 ? " minute" : " minutes"), true);
    }

    /** Whether what was not found is to be looked for again: so long from the first time on, unless nobody wants to wait. */
    boolean isLookedFor(Instant now, Duration lateness) {
        lookingEnds = lookingEnds == null ? now.plus(lateness) : lookingEnds;
        return !impatient && now.isBefore(lookingEnds);
    }

    /** The remote side has taken the request. */
    void cancelled(Instant now, Duration grace) {
        cancelled = true;
        graceEnds = now.plus(grace);
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Whether the remote end is not to be waited for any longer. */
    boolean isOver(Instant now) {
        return cancelled && (impatient || now.isAfter(graceEnds));
    }
}
