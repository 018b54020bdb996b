package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.Template;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One rule: what it looks for, and how to talk about it. Ids and names of the compatible rules are cfn_nag's, the
 * sentences are ours.
 *
 * @param id such as {@code W35}
 * @param severity F rules of cfn_nag fail, W rules warn; others choose
 * @param name cfn_nag's class name for it, or one like it; rules run and report in the byte order of their names
 * @param types the resource types that the rule may flag, a star standing for any text; empty if it looks at all
 * @param message what is wrong with a flagged resource
 * @param why what may come of it
 * @param fix what to do
 * @param link the page of a documentation that says more
 * @param audit how it decides; only this package can run or make one
 */
public record Rule(
        String id,
        Severity severity,
        String name,
        List<String> types,
        String message,
        String why,
        String fix,
        String link,
        Audit audit) {
    private static final int TYPE_PARTS = 3;
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
        Severity severity = id.charAt(0) == 'F' ? Severity.FAIL : Severity.WARN;
        return new Rule(id, severity, name, List.copyOf(types), message, why, fix, reference(types), audit);
    }

    /** AWS's reference page for the first of the resource types. */
    static String reference(List<String> types) {
        String[] parts = types.isEmpty()
                ? new String[0]
                : types.get(0).toLowerCase(Locale.ROOT).split("::");
        return parts.length != TYPE_PARTS || types.get(0).indexOf('*') >= 0
                ? REFERENCE + "aws-attribute-metadata.html"
                : REFERENCE + parts[0] + "-resource-" + parts[1] + "-" + parts[2] + ".html";
    }

    /** The same rule with another severity and another page to read. */
    Rule with(Severity other, String page) {
        return new Rule(id, other, name, types, message, why, fix, page, audit);
    }

    /** Whether the template has a resource that the rule could flag. */
    public boolean concerns(Set<String> typesInTemplate) {
        for (String type : types) {
            if (typesInTemplate.contains(type) || type.indexOf('*') >= 0 && covers(type, typesInTemplate)) {
                return true;
            }
        }
        return types.isEmpty();
    }

    private static boolean covers(String pattern, Set<String> typesInTemplate) {
        return typesInTemplate.stream().anyMatch(type -> TypePattern.covers(pattern, type));
    }

    /**
     * Runs the rule. A suppression takes the resource out of the rule's sight, as in cfn_nag; strictly, it only takes
     * back what the rule says of that resource.
     *
     * @param suppressed logical ids of the resources that suppress this rule
     * @throws io.jenkins.plugins.sagemaker.nag.template.UnreadableTemplateException where cfn_nag gives up the whole file
     */
    public Findings run(Template template, Set<String> suppressed) {
        var findings = new Findings(template.isStrict());
        if (template.isStrict()) {
            audit.run(new Scope(template, Set.of()), findings);
            findings.drop(suppressed);
        } else {
            audit.run(new Scope(template, suppressed), findings);
        }
        return findings;
    }
}
