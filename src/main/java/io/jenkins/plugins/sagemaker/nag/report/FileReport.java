package io.jenkins.plugins.sagemaker.nag.report;

import io.jenkins.plugins.sagemaker.nag.rules.Severity;
import java.io.Serializable;
import java.util.List;

/**
 * What was found in one file.
 *
 * @param file the name it was given under
 * @param violations in the order of the rules
 * @param suppressions wishes that were granted
 * @param suppressed what would have been reported without these wishes, in the order of the rules
 * @param remarks sentences about suppressions that could not be read, for the log
 */
public record FileReport(
        String file,
        List<Violation> violations,
        List<Suppression> suppressions,
        List<Violation> suppressed,
        List<String> remarks)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public FileReport {
        violations = List.copyOf(violations);
        suppressions = List.copyOf(suppressions);
        suppressed = List.copyOf(suppressed);
        remarks = List.copyOf(remarks);
    }

    /** Findings that fail, a FATAL counting 1. */
    public int failureCount() {
        return count(Severity.FAIL);
    }

    /** Findings that warn. */
    public int warningCount() {
        return count(Severity.WARN);
    }

    public boolean isFatal() {
        for (Violation violation : violations) {
            if (violation.isFatal()) {
                return true;
            }
        }
        return false;
    }

    /** The reason that a resource gives for suppressing a rule; empty if it gives none. */
    public String reasonFor(String ruleId, String logicalId) {
        for (Suppression suppression : suppressions) {
            if (suppression.ruleId().equals(ruleId) && suppression.logicalId().equals(logicalId)) {
                return suppression.reason();
            }
        }
        return "";
    }

    private int count(Severity severity) {
        int count = 0;
        for (Violation violation : violations) {
            count += violation.severity() == severity ? violation.count() : 0;
        }
        return count;
    }
}
