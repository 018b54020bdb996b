package io.jenkins.plugins.sagemaker.tuning;

import software.amazon.awssdk.services.sagemaker.model.DescribeHyperParameterTuningJobResponse;

/**
 * What a tuning job's training jobs are judged by.
 *
 * @param type {@code Maximize} or {@code Minimize}
 */
record Objective(String metric, String type) {

    static Objective of(DescribeHyperParameterTuningJobResponse job) {
        var objective = job.hyperParameterTuningJobConfig().hyperParameterTuningJobObjective();
        return new Objective(objective.metricName(), objective.typeAsString());
    }

    boolean isMaximized() {
        return "Maximize".equals(type);
    }
}
