package io.jenkins.plugins.sagemaker.operation;

import io.jenkins.plugins.sagemaker.operation.Progress.Pace;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next look: 5 s while things change, then half as long again each time up to 60 s; after trouble 2 s, doubling
 * up to 60 s. All pauses vary by a fifth, so that builds which began together do not ask together.
 */
final class Pacing {

    static final Duration SHORTEST = Duration.ofSeconds(5);
    static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);

    private final RandomGenerator random;
    private Duration pause = SHORTEST;
    private int troubles;

    Pacing(RandomGenerator random) {
        this.random = random;
    }

    Duration after(Pace pace) {
        troubles = 0;
        return switch (pace) {
            case NOW -> Duration.ZERO;
            case SOON -> jitter(pause = SHORTEST);
            case LATER -> {
                Duration current = pause;
                pause = shorter(current.multipliedBy(3).dividedBy(2), LONGEST);
                yield jitter(current);
            }
        };
    }

    /** Something is known to have happened: the pauses are short again. */
    void hurry() {
        pause = SHORTEST;
    }

    Duration afterTrouble() {
        Duration doubled = FIRST_RETRY.multipliedBy(1L << Math.min(troubles++, 10));
        return jitter(shorter(doubled, LONGEST));
    }

    private Duration jitter(Duration d) {
        return Duration.ofMillis((long) (d.toMillis() * random.nextDouble(0.8, 1.2)));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
