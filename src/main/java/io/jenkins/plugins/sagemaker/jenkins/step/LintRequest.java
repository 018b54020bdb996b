package io.jenkins.plugins.sagemaker.jenkins.step;

import io.jenkins.plugins.sagemaker.nag.rules.Pack;
import java.io.Serializable;
import java.util.Set;

/**
 * What to lint, and what to make of it. Paths are relative to the current directory; those of optional files are null if not given.
 *
 * @param failureThreshold how many failures are tolerated before the step fails
 * @param unstableThreshold how many findings of any kind are tolerated before the build is unstable; negative for any number
 * @param failOnWarnings whether warnings count as failures
 * @param allowEmpty whether it is all right that there is no template
 * @param strict whether to see what cfn_nag does not see
 * @param packs which rules to take beside those of cfn_nag
 * @param rulesFile a file with own rules, null for none
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
        String sarifReport,
        boolean strict,
        Set<Pack> packs,
        String rulesFile)
        implements Serializable {}
