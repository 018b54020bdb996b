package io.jenkins.plugins.sagemaker.nag.report;

import java.io.Serializable;

/**
 * One place that violates a rule.
 *
 * @param line of the value of the resource's Type key, 1-based
 */
public record Finding(String logicalId, int line) implements Serializable {
    private static final long serialVersionUID = 1L;
}
