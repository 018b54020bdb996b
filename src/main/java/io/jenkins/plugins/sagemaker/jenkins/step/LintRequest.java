package io.jenkins.plugins.sagemaker.jenkins.step;

import java.io.Serializable;

/**
 * What to lint, and what to make of it. Paths are relative to the current directory; those of optional files are null if not given.
 *
 * @param failureThreshold how many failures are tolerated before the step fails
 * @param unstableThreshold how many findings of any kind are tolerated before the build is unstable; negative for any number
 * @param failOnWarnings whether warnings count as failures
 * @param allowEmpty whether it is all right that there is no template
 */
record LintRequest(
        String inputPath,
        String templatePattern,
        String parameterValuesPath,
        String conditionValuesPath,
        String profilePath,
        String denyListPath,
        boolean allowSuppression,
        boolean ignoreFatal,
        boolean failOnWarnings,
        int failureThreshold,
        int unstableThreshold,
        boolean allowEmpty,
        String junitReport,
        String jsonReport,
        String sarifReport)
        implements Serializable {}
