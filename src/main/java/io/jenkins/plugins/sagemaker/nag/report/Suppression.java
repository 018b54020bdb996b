package io.jenkins.plugins.sagemaker.nag.report;

import java.io.Serializable;

/**
 * A resource's wish, in its metadata, to be left alone by a rule. Listed whether or not the rule would have fired.
 *
 * @param reason empty if none is given
 */
public record Suppression(String ruleId, String logicalId, String reason) implements Serializable {
    private static final long serialVersionUID = 1L;
}
