package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.regex.Pattern;

/**
 * How a metric is found in the log of a training job.
 *
 * @param name the metric's name, for example {@code validation:accuracy}
 * @param regex its first group is the value
 */
public record MetricDefinition(String name, Pattern regex) {

    /** @param regex a regular expression in Java's syntax, which differs from Python's only in rarely used corners */
    public static MetricDefinition of(String name, String regex) {
        return new MetricDefinition(name, Pattern.compile(regex));
    }
}
