package io.jenkins.plugins.sagemaker.nag.report;

import io.jenkins.plugins.sagemaker.nag.rules.Rule;
import io.jenkins.plugins.sagemaker.nag.rules.Severity;
import java.io.Serializable;
import java.util.List;

/**
 * One rule's findings in one file.
 *
 * @param id a rule's id, {@value #FATAL} or {@value #MALFORMED}
 * @param name cfn_nag's name of the rule; {@code system} for the two ids that are no rules
 * @param message what is wrong
 * @param findings where; empty for {@value #FATAL} only. A resource may be there more than once
 * @param advice what else is to be said about the rule; null if it is no rule
 */
public record Violation(
        String id, Severity severity, String name, String message, List<Finding> findings, Advice advice)
        implements Serializable {
    /** The file as a whole could not be checked; it is the only violation of its file, unless a filter was bad. */
    public static final String FATAL = "FATAL";

    /** A resource could not be understood, where cfn_nag would have crashed; all others were checked. */
    public static final String MALFORMED = "MALFORMED";

    private static final String SYSTEM = "system";
    private static final long serialVersionUID = 1L;

    /** A violation of a rule that has nothing more to say. */
    public Violation(String id, Severity severity, String name, String message, List<Finding> findings) {
        this(id, severity, name, message, findings, null);
    }

    public Violation {
        findings = List.copyOf(findings);
    }

    /** What a rule found. */
    public static Violation of(Rule rule, List<Finding> findings) {
        return new Violation(
                rule.id(),
                rule.severity(),
                rule.name(),
                rule.message(),
                findings,
                new Advice(rule.why(), rule.fix(), rule.link()));
    }

    public static Violation fatal(String message) {
        return new Violation(FATAL, Severity.FAIL, SYSTEM, message, List.of(), null);
    }

    public static Violation malformed(String message, Finding resource) {
        return new Violation(MALFORMED, Severity.FAIL, SYSTEM, message, List.of(resource), null);
    }

    public boolean isFatal() {
        return id.equals(FATAL);
    }

    /** Number of findings; 1 if there is no resource to name. */
    public int count() {
        return Math.max(1, findings.size());
    }
}
