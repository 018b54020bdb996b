package io.jenkins.plugins.sagemaker.lab.cli.report;

import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Gate;
import java.util.List;
import java.util.Map;

/**
 * A test of an endpoint.
 *
 * @param total checks made
 * @param failed checks failed
 * @param errorRate share of requests without a usable answer, 0 to 1
 * @param latency in milliseconds, by percentile
 * @param throughput answers of a load in a second; 0 without a load
 * @param failures a sentence for each failed check
 * @param mistakes the most frequent confusions of classes, in words
 * @param confusion how often (actual class, predicted class); empty where it is not known
 * @param checks one by one; empty where no report of them was written
 */
public record EndpointTest(
        String stage,
        String endpointName,
        Outcome outcome,
        int total,
        int failed,
        double errorRate,
        Map<String, Double> metrics,
        Map<String, Double> latency,
        double throughput,
        List<Gate> gates,
        List<String> failures,
        List<String> mistakes,
        Map<String, Map<String, Integer>> confusion,
        List<Check> checks) {

    /**
     * @param group {@code cases} or another kind of check
     * @param message empty if it passed
     */
    public record Check(String group, String name, boolean passed, double millis, String message) {}
}
