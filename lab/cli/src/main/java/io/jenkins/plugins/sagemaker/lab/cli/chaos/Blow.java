package io.jenkins.plugins.sagemaker.lab.cli.chaos;

/** What goes wrong. */
enum Blow {
    /** The controller dies before the call or the write. */
    CRASH_BEFORE("crash before", null),
    /** The controller dies when the call has had its effect, before it hears of it. */
    CRASH_AFTER("crash after", null),
    /** The controller is restarted in order. */
    RESTART("restart", null),
    /** Somebody stops the build. */
    ABORT("abort", null),
    /** The time-out around the whole build passes. */
    TIMEOUT("time-out", null),
    LOST_REQUEST("lost request", "dropBefore"),
    LOST_RESPONSE("lost response", "dropAfter"),
    THROTTLING("throttling", "throttle"),
    SERVER_ERROR("5xx", "error500"),
    EXPIRED_CREDENTIALS("expired credentials", "expired"),
    /** Everything is denied at first, as with a role that is not known everywhere yet. */
    PROPAGATION("IAM propagation delay", "accessDenied");

    private final String words;
    private final String fault;

    Blow(String words, String fault) {
        this.words = words;
        this.fault = fault;
    }

    /** Which fault of the local AWS it is; null if it is none. */
    String fault() {
        return fault;
    }

    boolean isCrash() {
        return this == CRASH_BEFORE || this == CRASH_AFTER;
    }

    /** Whether the build is meant to end by it. */
    boolean isStop() {
        return this == ABORT || this == TIMEOUT;
    }

    @Override
    public String toString() {
        return words;
    }
}
