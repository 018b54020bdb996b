package io.jenkins.plugins.sagemaker.endpointtest;

import java.io.Serializable;
import java.util.List;

/**
 * Requests for the measuring of latency and error rate; the payloads of the cases, or else of the data set, in turn.
 *
 * @param requests 0 for no load, at most 100 000
 * @param concurrency how many are under way at a time, 1 to 32; of the data set's, too
 * @param warmupRequests before the others, not counted; at most 1 000
 * @param maxErrorRate share of requests that may go wrong, 0 to 1; of the data set's, too
 * @param latencyThresholds in milliseconds, like {@code p95 < 200}; of the load, or without a load of all other answers
 */
public record Load(
        int requests, int concurrency, int warmupRequests, double maxErrorRate, List<Threshold> latencyThresholds)
        implements Serializable {

    /** No load. Four at a time, as many as a small instance has processors. */
    public static final Load NONE = new Load(0, 4, 0, 0, List.of());

    /** @throws IllegalArgumentException with a sentence for the user if a number is out of its bounds */
    public Load {
        latencyThresholds = List.copyOf(latencyThresholds);
        check("requests", requests, 0, 100_000);
        check("concurrency", concurrency, 1, 32);
        check("warmupRequests", warmupRequests, 0, 1_000);
        if (!(maxErrorRate >= 0 && maxErrorRate <= 1)) {
            throw new IllegalArgumentException("maxErrorRate must be from 0 to 1, but is " + maxErrorRate + ".");
        }
    }

    /** A bound on one of p50, p90, p95, p99, max, mean, in milliseconds. */
    public static Threshold latencyThreshold(String text) {
        return Threshold.parse(text, Latencies.MEASURES);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " must be from " + least + " to " + most + ", but is " + value + ".");
        }
    }
}
