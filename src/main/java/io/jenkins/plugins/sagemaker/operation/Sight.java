package io.jenkins.plugins.sagemaker.operation;

import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.time.Duration;

/** Whether a list can be read: how long to wait after a failure, and when its watcher counts as blind, which is told once each time. */
final class Sight {

    /** A list that is not allowed is tried again now and then: an administrator may have changed that. */
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(10);

    /** So many failures in a row are more than a hiccup. */
    private static final int MANY_FAILURES = 4;

    private int failures;
    private boolean refused;
    private boolean blind;

    /** @return whether it has been blind until now */
    boolean works() {
        boolean before = blind;
        failures = 0;
        refused = false;
        blind = false;
        return before;
    }

    /** @return whether it has become blind by this */
    boolean fails(RemoteException e) {
        failures++;
        refused = e.kind() != Kind.THROTTLED && e.kind() != Kind.TRANSIENT && e.kind() != Kind.EXPIRED_CREDENTIALS;
        boolean before = blind;
        blind |= refused || failures >= MANY_FAILURES;
        return blind && !before;
    }

    /** Before the next try. */
    Duration pause() {
        return refused ? AFTER_REFUSAL : Duration.ofSeconds(Math.min(60, 2L << Math.min(failures - 1, 5)));
    }
}
