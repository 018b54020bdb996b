package io.jenkins.plugins.sagemaker.lab.aws.tuning;

import java.util.Map;

/**
 * A set of hyperparameters that has been tried.
 *
 * @param score how well it did; the higher the better, also where the metric itself is to be small
 */
public record Trial(Map<String, String> hyperparameters, double score) {}
