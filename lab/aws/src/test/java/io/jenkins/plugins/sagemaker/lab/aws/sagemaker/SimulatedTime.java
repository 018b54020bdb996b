package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Time that passes only when a test advances it, all in the test's thread. A task that sleeps lets the others that are
 * due meanwhile run, so that a training can be stopped while it trains.
 */
final class SimulatedTime implements Timeline {

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::number));
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private long count;

    private record Task(Instant due, long number, Runnable work) {}

    void advance(Duration duration) {
        Instant end = now.plus(duration);
        while (!tasks.isEmpty() && !tasks.peek().due().isAfter(end)) {
            Task task = tasks.poll();
            // A task may itself have slept past the next one's time.
            now = now.isAfter(task.due()) ? now : task.due();
            task.work().run();
        }
        now = now.isAfter(end) ? now : end;
    }

    void advanceSeconds(long seconds) {
        advance(Duration.ofSeconds(seconds));
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Cancellable after(Duration delay, Runnable work) {
        var task = new Task(now.plus(delay), count++, work);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    @Override
    public void sleep(Duration duration) {
        advance(duration);
    }

    @Override
    public void close() {
        tasks.clear();
    }
}
