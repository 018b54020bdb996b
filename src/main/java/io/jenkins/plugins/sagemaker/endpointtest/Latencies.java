package io.jenkins.plugins.sagemaker.endpointtest;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Latencies, each kept with three significant digits, so that any number of them takes a few kilobytes. Mean and maximum are exact.
 *
 * <p>A percentile is the nearest rank: the smallest latency that at least that share of all latencies does not exceed.
 */
final class Latencies implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What is measured, as users name it. */
    static final List<String> MEASURES = List.of("p50", "p90", "p95", "p99", "max", "mean");

    private final TreeMap<Long, Integer> counts = new TreeMap<>();
    private long count;
    private long sumMicros;
    private long maxMicros;

    Latencies copy() {
        Latencies copy = new Latencies();
        copy.counts.putAll(counts);
        copy.count = count;
        copy.sumMicros = sumMicros;
        copy.maxMicros = maxMicros;
        return copy;
    }

    void add(long micros) {
        counts.merge(rounded(micros), 1, Integer::sum);
        count++;
        sumMicros += micros;
        maxMicros = Math.max(maxMicros, micros);
    }

    long count() {
        return count;
    }

    /** In milliseconds, by name; empty if nothing was measured. */
    Map<String, Double> measures() {
        Map<String, Double> all = new LinkedHashMap<>();
        if (count > 0) {
            for (String name : MEASURES) {
                all.put(
                        name,
                        switch (name) {
                            case "max" -> maxMicros / 1000.0;
                            case "mean" -> sumMicros / 1000.0 / count;
                            default -> percentile(Integer.parseInt(name.substring(1)));
                        });
            }
        }
        return all;
    }

    private double percentile(int percent) {
        long rank = Math.max(1, (count * percent + 99) / 100);
        long passed = 0;
        for (var entry : counts.entrySet()) {
            passed += entry.getValue();
            if (passed >= rank) {
                return Math.min(entry.getKey(), maxMicros) / 1000.0;
            }
        }
        throw new IllegalStateException("percentile of nothing");
    }

    private static long rounded(long micros) {
        long unit = 1;
        while (micros / unit >= 1000) {
            unit *= 10;
        }
        return (micros + unit / 2) / unit * unit;
    }
}
