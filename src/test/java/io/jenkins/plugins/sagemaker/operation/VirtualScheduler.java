package io.jenkins.plugins.sagemaker.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Time that passes only when everything due has been done: hours of waiting take no time at all. */
public final class VirtualScheduler implements Scheduler {

    private record Due(Instant at, long order, Runnable task) {}

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private final Random random = new Random(1); // a test that fails fails again
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long order;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void after(Duration delay, Runnable task) {
        due.add(new Due(now.plus(delay), order++, task));
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public void pause(Duration duration) {
        now = now.plus(duration);
    }

    /** This time as a clock. */
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    /** Does everything until nothing is due or this much time has passed. */
    public void run(Duration atMost) {
        Instant end = now.plus(atMost);
        while (!due.isEmpty() && !due.peek().at().isAfter(end)) {
            Due next = due.poll();
            now = next.at().isAfter(now) ? next.at() : now;
            next.task().run();
        }
    }

    /** Whether nothing will happen any more. */
    public boolean isIdle() {
        return due.isEmpty();
    }

    /** The controller is gone: nothing that was due will be done. */
    public void forgetEverything() {
        due.clear();
    }
}
