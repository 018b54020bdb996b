package io.jenkins.plugins.sagemaker.jenkins.step;

import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Credentials with a role ask STS for a new session each time they are resolved: once for each look at each job, and each session would have
 * clients of its own. So a session is used for a while. Keys that belong to no session are never kept, so that a changed key holds at once.
 */
final class SessionCache {

    /** STS issues no session for less than 15 minutes. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Supplier<Instant> clock;
    /** By the very object: credentials with the same id in two folders are equal to each other, and none of the other's business. */
    private final Map<Object, Session> sessions = new IdentityHashMap<>();

    private record Session(AwsCredentials credentials, Instant until) {}

    SessionCache(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** Asks for a session, or for a key. */
    @FunctionalInterface
    interface Source {
        AwsCredentials resolve() throws RemoteException, InterruptedException;
    }

    AwsCredentials of(Object credentials, Source source) throws RemoteException, InterruptedException {
        Instant now = clock.get();
        synchronized (this) {
            sessions.values().removeIf(session -> session.until().isBefore(now));
            Session known = sessions.get(credentials);
            if (known != null) {
                return known.credentials();
            }
        }
        AwsCredentials resolved = source.resolve();
        if (resolved instanceof AwsSessionCredentials) {
            synchronized (this) {
                sessions.put(credentials, new Session(resolved, now.plus(KEPT)));
            }
        }
        return resolved;
    }
}
