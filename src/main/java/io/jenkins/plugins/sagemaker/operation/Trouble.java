package io.jenkins.plugins.sagemaker.operation;

import java.time.Duration;
import java.time.Instant;

/** The trouble that an operation has had since its last good round: for how long it is borne, and when the build log hears of it. */
final class Trouble {

    /** How long everything may go wrong before the operation is given up. */
    static final Duration PATIENCE = Duration.ofHours(1);

    /** How long denied access may be a matter of propagation. */
    static final Duration PROPAGATION = Duration.ofMinutes(5);

    /** How long trouble is nobody's business but ours. */
    static final Duration UNTOLD = Duration.ofMinutes(1);

    private Instant since = Instant.MAX;
    private boolean told;
    private volatile String words = "";

    void over() {
        since = Instant.MAX;
        told = false;
        words = "";
    }

    /** Takes note of a round that has failed. */
    void is(String what, Instant now) {
        since = since.isAfter(now) ? now : since;
        words = what;
    }

    /** Whether a further try makes sense. */
    boolean mayPass(RemoteException e, Instant startedAt, Instant now) {
        return switch (e.kind()) {
            case THROTTLED, TRANSIENT, EXPIRED_CREDENTIALS -> now.isBefore(since.plus(PATIENCE));
            case ACCESS_DENIED -> now.isBefore(startedAt.plus(PROPAGATION));
            case GONE, CONFLICT, INVALID -> false;
        };
    }

    /** Whether it has lasted so long that the build log should say so; true once for each trouble, until {@link #told}. */
    boolean isNews(Instant now) {
        return !told && !now.isBefore(since.plus(UNTOLD));
    }

    void told() {
        told = true;
    }

    /** What the build log has not heard of, in a short phrase; empty if there is nothing. */
    String untold() {
        return told ? "" : words;
    }

    /** In a short phrase; empty if there is none. */
    String words() {
        return words;
    }
}
