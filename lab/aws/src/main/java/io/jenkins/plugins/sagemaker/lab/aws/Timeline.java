package io.jenkins.plugins.sagemaker.lab.aws;

import java.time.Duration;
import java.time.Instant;

/**
 * The time in which the local AWS lives: all durations are AWS's own (a job that starts for 90 seconds), and an
 * implementation decides how fast they pass. Time stamps that clients see come from {@link #now()}.
 */
public interface Timeline extends AutoCloseable {

    Instant now();

    /**
     * Runs the task once, after this much of AWS's time. Tasks may block; an exception of a task is reported, never
     * lost.
     */
    Cancellable after(Duration delay, Runnable task);

    /** Blocks until this much of AWS's time has passed. */
    void sleep(Duration duration) throws InterruptedException;

    @Override
    void close();

    /** Undoes an {@link #after}. */
    @FunctionalInterface
    interface Cancellable {
        void cancel();
    }
}
