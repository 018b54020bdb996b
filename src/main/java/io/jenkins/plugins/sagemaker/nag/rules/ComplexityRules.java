package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.InlinePolicy;
import io.jenkins.plugins.sagemaker.nag.template.MalformedValueException;
import io.jenkins.plugins.sagemaker.nag.template.PolicyDocument;
import io.jenkins.plugins.sagemaker.nag.template.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Policies that nobody can understand any more, by cfn_nag's metric SPCM. */
final class ComplexityRules {
    private static final int THRESHOLD = 25;
    private static final String POLICY = "AWS::IAM::Policy";
    private static final String ROLE = "AWS::IAM::Role";

    private ComplexityRules() {}

    static List<Rule> rules() {
        return List.of(Rule.of(
                "W76",
                "SPCMRule",
                List.of(POLICY, ROLE),
                ComplexityRules::audit,
                "A policy document has a complexity of %d or more.".formatted(THRESHOLD),
                "Nobody can tell what such a policy allows, so nobody notices when it allows too much.",
                "Split it by task, one service per statement, and drop negations and exotic conditions."));
    }

    /**
     * A role is listed once for each of its complex policies. If one document defeats the metric, none is reported;
     * strictly, its resource is malformed and the others are judged.
     */
    private static void audit(Scope scope, Findings findings) {
        if (scope.isStrict()) {
            scope.ofType(POLICY)
                    .forEach(policy -> findings.flagIf(
                            policy, () -> isComplex(PolicyDocument.of(policy, policy.property("PolicyDocument")))));
            scope.ofType(ROLE)
                    .forEach(role -> findings.flagIf(
                            role,
                            () -> InlinePolicy.of(role).stream().anyMatch(policy -> isComplex(policy.document()))));
            return;
        }
        var complex = new ArrayList<Resource>();
        try {
            for (Resource policy : scope.ofType(POLICY)) {
                if (isComplex(PolicyDocument.of(policy, policy.property("PolicyDocument")))) {
                    complex.add(policy);
                }
            }
            for (Resource role : scope.ofType(ROLE)) {
                var byName = new LinkedHashMap<String, PolicyDocument>();
                InlinePolicy.of(role).forEach(policy -> byName.put(policy.name(), policy.document()));
                byName.values().stream().filter(ComplexityRules::isComplex).forEach(document -> complex.add(role));
            }
        } catch (MalformedValueException theMetricFailsAsInTheOriginal) {
            return;
        }
        complex.forEach(findings::flag);
    }

    private static boolean isComplex(PolicyDocument document) {
        return PolicyComplexity.of(document) >= THRESHOLD;
    }
}
