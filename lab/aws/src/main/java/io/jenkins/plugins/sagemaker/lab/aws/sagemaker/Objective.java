package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a tuning job is after.
 *
 * @param metric name of the metric
 * @param maximize whether it is to be large
 */
record Objective(String metric, boolean maximize) {

    static Objective of(JsonNode json) {
        return new Objective(
                json.get("MetricName").asText(), json.get("Type").asText().equals("Maximize"));
    }

    /** The higher the better, whichever way the metric goes. */
    double score(double value) {
        return maximize ? value : -value;
    }

    boolean isReached(double value, double target) {
        return score(value) >= score(target);
    }
}
