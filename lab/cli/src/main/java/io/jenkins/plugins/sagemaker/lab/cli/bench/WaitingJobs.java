package io.jenkins.plugins.sagemaker.lab.cli.bench;

import java.time.Duration;
import java.time.Instant;

/**
 * The jobs of a measurement: when each begins and ends, in AWS's time. They are started a few each second, then all wait, then one after another
 * ends.
 *
 * @param count how many
 * @param begin when the first one starts
 */
record WaitingJobs(int count, Instant begin) {

    /** So many are started in a second; with all that their beginning needs, this stays within the plugin's request budget. */
    static final double STARTS_PER_SECOND = 2.5;

    /** From one end to the next. */
    static final Duration BETWEEN_ENDS = Duration.ofSeconds(3);

    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);

    /** How long a job takes around its training. */
    private static final long AROUND_TRAINING = 110;

    /** A prime, so that jobs do not end in the order in which they began. */
    private static final long STRIDE = 7919;

    String name(int number) {
        return "wait-" + number;
    }

    Instant start(int number) {
        return begin.plusMillis((long) (number / STARTS_PER_SECOND * 1000));
    }

    /** When all have told how they began, and nothing but waiting is left. */
    Instant settled() {
        return start(count).plusSeconds(600 + count / 4);
    }

    /** From {@link #settled}; in it one after another ends. */
    Duration window() {
        Duration all = BETWEEN_ENDS.multipliedBy(count).plusMinutes(2);
        return all.compareTo(LONGEST_WINDOW) < 0 ? all : LONGEST_WINDOW;
    }

    /** For how long the job is to train, if it starts now. */
    long seconds(int number, Instant now) {
        Instant end = settled().plus(BETWEEN_ENDS.multipliedBy(1 + number * STRIDE % count));
        return Math.max(1, Duration.between(now, end).toSeconds() - AROUND_TRAINING);
    }
}
