package io.jenkins.plugins.sagemaker.lab.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** Time that passes only when a test says so; tasks run in the test's thread. */
public final class ManualTimeline implements Timeline {

    private final PriorityQueue<Task> tasks = new PriorityQueue<>(
            (a, b) -> a.due.equals(b.due) ? Long.compare(a.number, b.number) : a.due.compareTo(b.due));
    private Instant now;
    private long count;

    public ManualTimeline(Instant start) {
        now = start;
    }

    private record Task(Instant due, long number, Runnable work) {}

    /** Lets time pass and runs what becomes due, in order. */
    public void advance(Duration duration) {
        Instant end = now().plus(duration);
        for (Task task = next(end); task != null; task = next(end)) {
            task.work.run();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized Task next(Instant end) {
        if (tasks.isEmpty() || tasks.peek().due.isAfter(end)) {
            return null;
        }
        Task task = tasks.poll();
        now = task.due;
        return task;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized Cancellable after(Duration delay, Runnable work) {
        var task = new Task(now.plus(delay), count++, work);
        tasks.add(task);
        return () -> {
            synchronized (this) {
                tasks.remove(task);
            }
        };
    }

    @Override
    public void sleep(Duration duration) {
        throw new UnsupportedOperationException("Nothing may sleep on a timeline that a test moves.");
    }

    @Override
    public synchronized void close() {
        tasks.clear();
    }
}
