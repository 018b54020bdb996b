package io.jenkins.plugins.sagemaker.nag.rules;

/** How much a violation weighs, by cfn_nag's names. */
public enum Severity {
    FAIL,
    WARN
}
