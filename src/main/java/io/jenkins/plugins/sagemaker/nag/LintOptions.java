package io.jenkins.plugins.sagemaker.nag;

import java.io.Serializable;

/**
 * What a run of the linter is given besides the templates. The texts are contents, not paths. Immutable; each
 * {@code with} method returns a changed copy.
 *
 * @param parameterValues JSON, either {@code {"Parameters": {...}}} or AWS's list of ParameterKey and ParameterValue. Null:
 *     no parameter has a value, not even by its default
 * @param conditionValues JSON object of condition names and truth values. Null: every declared condition is true
 * @param profile text with a rule id at the begin of a line; only these rules report. Null: all do
 * @param denyList YAML with RulesToSuppress, a list of maps with an id; these rules do not report. Null: none
 * @param allowSuppression whether a resource's metadata may suppress a rule
 * @param ignoreFatal whether to leave out FATAL violations, as {@code --ignore-fatal} does
 */
public record LintOptions(
        String parameterValues,
        String conditionValues,
        String profile,
        String denyList,
        boolean allowSuppression,
        boolean ignoreFatal)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** All rules, suppression allowed, no values. */
    public static final LintOptions DEFAULT = new LintOptions(null, null, null, null, true, false);

    public LintOptions withParameterValues(String json) {
        return new LintOptions(json, conditionValues, profile, denyList, allowSuppression, ignoreFatal);
    }

    public LintOptions withConditionValues(String json) {
        return new LintOptions(parameterValues, json, profile, denyList, allowSuppression, ignoreFatal);
    }

    public LintOptions withProfile(String text) {
        return new LintOptions(parameterValues, conditionValues, text, denyList, allowSuppression, ignoreFatal);
    }

    public LintOptions withDenyList(String yaml) {
        return new LintOptions(parameterValues, conditionValues, profile, yaml, allowSuppression, ignoreFatal);
    }

    public LintOptions withAllowSuppression(boolean allow) {
        return new LintOptions(parameterValues, conditionValues, profile, denyList, allow, ignoreFatal);
    }

    public LintOptions withIgnoreFatal(boolean ignore) {
        return new LintOptions(parameterValues, conditionValues, profile, denyList, allowSuppression, ignore);
    }
}
