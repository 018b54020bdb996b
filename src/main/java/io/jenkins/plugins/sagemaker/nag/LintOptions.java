package io.jenkins.plugins.sagemaker.nag;

import io.jenkins.plugins.sagemaker.nag.rules.Pack;
import java.io.Serializable;
import java.util.Set;

/**
 * What a run of the linter is given besides the templates. The texts are contents, not paths. Immutable; each
 * {@code with} method returns a changed copy.
 *
 * @param parameterValues JSON, either {@code {"Parameters": {...}}} or AWS's list of ParameterKey and ParameterValue. Null:
 *     no parameter has a value, not even by its default, unless strict
 * @param conditionValues JSON object of condition names and truth values. Null: every declared condition is true, and when
 *     strict each template is looked at with every condition false too
 * @param profile text with a rule id at the begin of a line; only these rules report. Null: all do
 * @param denyList YAML with RulesToSuppress, a list of maps with an id; these rules do not report. Null: none
 * @param allowSuppression whether a resource's metadata may suppress a rule
 * @param ignoreFatal whether to leave out FATAL violations, as {@code --ignore-fatal} does
 * @param strict whether to see what cfn_nag does not see
 * @param packs packs of rules that run beside those of cfn_nag
 * @param ownRules a team's own rules. Null: none
 */
public record LintOptions(
        String parameterValues,
        String conditionValues,
        String profile,
        String denyList,
        boolean allowSuppression,
        boolean ignoreFatal,
        boolean strict,
        Set<Pack> packs,
        OwnRules ownRules)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** All rules of cfn_nag and no others, suppression allowed, no values. */
    public static final LintOptions DEFAULT =
            new LintOptions(null, null, null, null, true, false, false, Set.of(), null);

    public LintOptions {
        packs = Set.copyOf(packs);
    }

    /**
     * A file with own rules.
     *
     * @param name as messages show it, usually a path
     * @param text YAML
     */
    public record OwnRules(String name, String text) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    public LintOptions withParameterValues(String json) {
        return new LintOptions(
                json, conditionValues, profile, denyList, allowSuppression, ignoreFatal, strict, packs, ownRules);
    }

    public LintOptions withConditionValues(String json) {
        return new LintOptions(
                parameterValues, json, profile, denyList, allowSuppression, ignoreFatal, strict, packs, ownRules);
    }

    public LintOptions withProfile(String text) {
        return new LintOptions(
                parameterValues,
                conditionValues,
                text,
                denyList,
                allowSuppression,
                ignoreFatal,
                strict,
                packs,
                ownRules);
    }

    public LintOptions withDenyList(String yaml) {
        return new LintOptions(
                parameterValues,
                conditionValues,
                profile,
                yaml,
                allowSuppression,
                ignoreFatal,
                strict,
                packs,
                ownRules);
    }

    public LintOptions withAllowSuppression(boolean allow) {
        return new LintOptions(
                parameterValues, conditionValues, profile, denyList, allow, ignoreFatal, strict, packs, ownRules);
    }

    public LintOptions withIgnoreFatal(boolean ignore) {
        return new LintOptions(
                parameterValues, conditionValues, profile, denyList, allowSuppression, ignore, strict, packs, ownRules);
    }

    public LintOptions withStrict(boolean look) {
        return new LintOptions(
                parameterValues,
                conditionValues,
                profile,
                denyList,
                allowSuppression,
                ignoreFatal,
                look,
                packs,
                ownRules);
    }

    public LintOptions withPacks(Set<Pack> on) {
        return new LintOptions(
                parameterValues,
                conditionValues,
                profile,
                denyList,
                allowSuppression,
                ignoreFatal,
                strict,
                on,
                ownRules);
    }

    /** Takes the rules of a file; null for none. */
    public LintOptions withOwnRules(OwnRules file) {
        return new LintOptions(
                parameterValues,
                conditionValues,
                profile,
                denyList,
                allowSuppression,
                ignoreFatal,
                strict,
                packs,
                file);
    }
}
