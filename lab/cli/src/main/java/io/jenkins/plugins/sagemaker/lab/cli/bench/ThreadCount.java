package io.jenkins.plugins.sagemaker.lab.cli.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** How many threads there were at most at one time, by what they are named after; those that were there before do not count. */
final class ThreadCount implements AutoCloseable {

    private static final long EVERY_MILLIS = 100;

    private final Map<String, Integer> before = living();
    private final Map<String, Integer> most = new TreeMap<>();
    private final ScheduledExecutorService observer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "observer");
        thread.setDaemon(true);
        return thread;
    });

    ThreadCount() {
        observer.scheduleAtFixedRate(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        living().forEach((name, count) -> {
            int more = count - before.getOrDefault(name, 0);
            if (more > 0 && !name.equals("observer")) {
                most.merge(name, more, Math::max);
            }
        });
    }

    synchronized Map<String, Integer> most() {
        return new TreeMap<>(most);
    }

    private static Map<String, Integer> living() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            counts.merge(thread.getName().replaceAll("[ \\[(#:-]*\\d[\\d\\])-]*$", ""), 1, Integer::sum);
        }
        return counts;
    }

    @Override
    public void close() {
        observer.shutdownNow();
    }
}
