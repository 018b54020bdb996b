package io.jenkins.plugins.sagemaker.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How many requests a controller sends, shared by all its operations: one token bucket for each account, region and API family. A
 * throttled answer halves the bucket's rate, each good answer raises it a little, so that the controller finds the rate that AWS grants
 * beside whatever else calls AWS in the same account.
 */
public final class RequestBudget {

    /** Requests per second at first and at most, and never fewer than; a bucket holds two seconds' worth. */
    static final double HIGHEST = 10;

    static final double LOWEST = 0.5;
    private static final double RAISE = 0.05;
    private static final double SECONDS_HELD = 2;
    private static final int MOST_BUCKETS = 1_000;
    private static final Duration IDLE = Duration.ofHours(1);

    /** So many threads may be waiting for their turn at the same time; the others of the pool have work that costs no request, or is elsewhere. */
    static final int MOST_PAUSES = 8;

    private final Semaphore pauses = new Semaphore(MOST_PAUSES);
    private final Supplier<Instant> clock;
    private final Map<Key, Bucket> buckets = new ConcurrentHashMap<>();

    /** One bucket's name, for example account of this access key, {@code eu-central-1}, {@code SageMaker}. */
    public record Key(String account, String region, String family) {}

    public RequestBudget(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /**
     * Takes one request from the budget, in advance if none is left, but not if its turn comes later than {@code longest} from now.
     *
     * @return how long to wait before sending it; more than {@code longest} if nothing was taken
     */
    public Duration take(Key key, Duration longest) {
        return bucket(key).take(clock.get(), longest);
    }

    /** Whether another thread may wait for its turn; then {@link #endPause} has to follow. */
    public boolean beginPause() {
        return pauses.tryAcquire();
    }

    public void endPause() {
        pauses.release();
    }

    /** AWS has answered that it wants fewer requests. */
    public void throttled(Key key) {
        bucket(key).scale(clock.get(), true);
    }

    /** AWS has taken a request. */
    public void accepted(Key key) {
        bucket(key).scale(clock.get(), false);
    }

    /** Where there are many, those that nobody has used for an hour go: what they have learnt is old. */
    private Bucket bucket(Key key) {
        Instant now = clock.get();
        if (buckets.size() >= MOST_BUCKETS && !buckets.containsKey(key)) {
            buckets.values().removeIf(b -> b.isIdle(now.minus(IDLE)));
        }
        return buckets.computeIfAbsent(key, k -> new Bucket(now));
    }

    int buckets() {
        return buckets.size();
    }

    private static final class Bucket {
        private double rate = HIGHEST;
        private double tokens = HIGHEST * SECONDS_HELD;
        private Instant filledAt;
        private Instant loweredAt = Instant.MIN;

        Bucket(Instant now) {
            filledAt = now;
        }

        synchronized Duration take(Instant now, Duration longest) {
            fill(now);
            Duration wait = tokens >= 1 ? Duration.ZERO : Duration.ofNanos((long) ((1 - tokens) / rate * 1e9));
            if (wait.compareTo(longest) <= 0) {
                tokens -= 1;
            }
            return wait;
        }

        synchronized void scale(Instant now, boolean lower) {
            fill(now);
            if (!lower) {
                rate = Math.min(HIGHEST, rate + RAISE);
            } else if (loweredAt.isBefore(now.minusSeconds(1))) { // a burst of refusals is one piece of news
                rate = Math.max(LOWEST, rate / 2);
                tokens = Math.min(tokens, 0);
                loweredAt = now;
            }
        }

        synchronized boolean isIdle(Instant since) {
            return filledAt.isBefore(since);
        }

        private void fill(Instant now) {
            if (now.isAfter(filledAt)) {
                double seconds = Duration.between(filledAt, now).toNanos() / 1e9;
                tokens = Math.min(rate * SECONDS_HELD, tokens + seconds * rate);
                filledAt = now;
            }
        }
    }
}
