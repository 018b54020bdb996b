package io.jenkins.plugins.sagemaker.endpointtest;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a test of an endpoint has found.
 *
 * @param total how many checks were made: one for each case and each threshold, and one for the answers to data set and load
 * @param failed how many of them failed
 * @param errorRate share of the data set's and the load's requests without a usable answer, 0 to 1
 * @param latency p50, p90, p95, p99, max and mean in milliseconds, of the load or, without one, of all other answers
 * @param throughput answers of the load in a second; 0 without a load
 * @param metrics of the predictions for the labelled data
 * @param failures a sentence for each failed check, at most 100
 * @param invokedVariants how many answers each production variant gave
 */
public record EndpointTestResult(
        boolean passed,
        int total,
        int failed,
        double errorRate,
        Map<String, Double> latency,
        double throughput,
        Map<String, Double> metrics,
        List<String> failures,
        Map<String, Integer> invokedVariants)
        implements Serializable {

    public EndpointTestResult {
        latency = inOrder(latency);
        metrics = inOrder(metrics);
        failures = List.copyOf(failures);
        invokedVariants = inOrder(invokedVariants);
    }

    private static <V> Map<String, V> inOrder(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
