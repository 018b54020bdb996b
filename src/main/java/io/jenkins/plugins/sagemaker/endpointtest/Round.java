package io.jenkins.plugins.sagemaker.endpointtest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What one round may take: a few seconds of real time, since it waits for real answers. */
final class Round {

    /** With the driver's growing pauses some six minutes, in which a new instance is ready or never will be. */
    static final int MOST_ATTEMPTS = 10;

    static final int REQUESTS_PER_THREAD = 8;
    private static final Duration LENGTH = Duration.ofSeconds(5);

    private final long end = System.nanoTime() + LENGTH.toNanos();

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** The next items: a few for each thread, and no more bytes than may be read at a time. */
    static List<Integer> batch(Items items, int from, int concurrency) {
        List<Integer> batch = new ArrayList<>();
        long bytes = 0;
        int most = concurrency * REQUESTS_PER_THREAD;
        for (int i = from; i < items.size() && batch.size() < most; i++) {
            bytes += items.length(i);
            if (bytes > Items.LARGEST_READ && !batch.isEmpty()) {
                break;
            }
            batch.add(i);
        }
        return batch;
    }

    /** A line each time another tenth is through. */
    static List<String> news(int before, int now, int all, String what) {
        return before * 10L / all == now * 10L / all
                ? List.of()
                : List.of("  " + now + " of " + all + " " + what + " answered");
    }
}
