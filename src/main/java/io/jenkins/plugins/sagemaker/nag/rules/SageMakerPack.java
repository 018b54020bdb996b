package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules for Amazon SageMaker, which cfn_nag hardly knows. What a reference to a parameter or another stack will be is not
 * guessed: it counts as given.
 */
final class SageMakerPack {
    static final String CONTROLS = "https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html";
    static final String GUIDE = "https://docs.aws.amazon.com/sagemaker/latest/dg/";

    private SageMakerPack() {}

    static List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        rules.addAll(SageMakerRoleRules.rules());
        rules.addAll(SageMakerHostingRules.rules());
        rules.addAll(SageMakerStudioRules.rules());
        rules.addAll(SageMakerJobRules.rules());
        rules.addAll(SageMakerKeyRules.rules());
        return rules;
    }

    /** Something at the path is absent, false or AWS::NoValue. */
    static Check lacks(String path) {
        var property = PropertyPath.of(path);
        return (resource, scope) -> property.values(resource).stream().anyMatch(Checks::isOff);
    }

    /** Something at the path is absent, or is another text. */
    static Check isNot(String path, String expected) {
        var property = PropertyPath.of(path);
        return (resource, scope) -> property.values(resource).stream()
                .anyMatch(value -> !value.isFunction() && !value.text().equalsIgnoreCase(expected));
    }

    /** The first value at a path; absent if there is none. */
    static Value first(List<Value> values) {
        return values.isEmpty() ? Value.ofText(null) : values.get(0);
    }

    /** A rule that looks at each resource of some types by itself. */
    static Rule rule(
            Severity severity,
            String id,
            String name,
            List<String> types,
            Check check,
            String message,
            String why,
            String fix,
            String page) {
        Audit audit = (scope, findings) -> types.forEach(type ->
                scope.ofType(type).forEach(resource -> findings.flagIf(resource, () -> check.flags(resource, scope))));
        return Rule.of(id, "SageMaker" + name + "Rule", types, audit, message, why, fix)
                .with(severity, page);
    }

    static Rule warning(
            String id, String name, String type, Check check, String message, String why, String fix, String page) {
        return rule(Severity.WARN, id, name, List.of(type), check, message, why, fix, page);
    }

    static Rule failure(
            String id, String name, String type, Check check, String message, String why, String fix, String page) {
        return rule(Severity.FAIL, id, name, List.of(type), check, message, why, fix, page);
    }
}
