package io.jenkins.plugins.sagemaker.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Time and threads, from outside: a pool in a controller, a virtual clock in a test. */
public interface Scheduler {

    Instant now();

    /** Runs the task once after the delay, on a thread where it may block for a bounded remote call. */
    void after(Duration delay, Runnable task);

    /** As {@link #after}, for a task that may block for minutes: tasks of this kind hold up only each other. */
    default void afterForLong(Duration delay, Runnable task) {
        after(delay, task);
    }

    /** As {@link #after}, for a task that may block until there is news, and holds up no other one meanwhile. */
    default void afterToListen(Duration delay, Runnable task) {
        after(delay, task);
    }

    /** Where the variation of pauses comes from. */
    default RandomGenerator random() {
        return ThreadLocalRandom.current();
    }

    /** Blocks the calling thread; for waits of at most a few seconds inside a round. */
    void pause(Duration duration) throws InterruptedException;
}
