package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.Template;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One rule: what it looks for, and how to talk about it. Ids and names are cfn_nag's, the sentences are ours.
 *
 * @param id such as {@code W35}; F rules fail, W rules warn
 * @param name cfn_nag's class name for it; rules run and report in the byte order of their names
 * @param types the resource types that the rule may flag; empty if it looks at all
 * @param message what is wrong with a flagged resource
 * @param why what may come of it
 * @param fix what to do
 * @param audit how it decides; only this package can run or make one
 */
public record Rule(String id, String name, List<String> types, String message, String why, String fix, Audit audit) {
    private static final String REFERENCE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/";

    /** A rule that looks at each resource of one type by itself. */
    static Rule each(String id, String name, String type, Check check, String message, String why, String fix) {
        return of(
                id,
                name,
                List.of(type),
                (scope, findings) -> scope.ofType(type)
                        .forEach(resource -> findings.flagIf(resource, () -> check.flags(resource, scope))),
                message,
                why,
                fix);
    }

    /** A rule that looks at a template as a whole. */
    static Rule of(String id, String name, List<String> types, Audit audit, String message, String why, String fix) {
        return new Rule(id, name, List.copyOf(types), message, why, fix, audit);
    }

    public Severity severity() {
        return id.charAt(0) == 'F' ? Severity.FAIL : Severity.WARN;
    }

    /** AWS's reference page for the resource type. */
    public String link() {
        if (types.isEmpty()) {
            return REFERENCE + "aws-attribute-metadata.html";
        }
        String[] parts = types.get(0).toLowerCase(Locale.ROOT).split("::");
        return REFERENCE + parts[0] + "-resource-" + parts[1] + "-" + parts[2] + ".html";
    }

    /** Whether the template has a resource that the rule could flag. */
    public boolean concerns(Set<String> typesInTemplate) {
        return types.isEmpty() || types.stream().anyMatch(typesInTemplate::contains);
    }

    /**
     * Runs the rule.
     *
     * @param suppressed logical ids of the resources that suppress this rule
     * @throws io.jenkins.plugins.sagemaker.nag.template.UnreadableTemplateException where cfn_nag gives up the whole file
     */
    public Findings run(Template template, Set<String> suppressed) {
        var findings = new Findings();
        audit.run(new Scope(template, suppressed), findings);
        return findings;
    }
}
