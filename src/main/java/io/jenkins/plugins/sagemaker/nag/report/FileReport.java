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
 * @param remarks sentences about suppressions that could not be read, for the log
 */
public record FileReport(String file, List<Violation> violations, List<Suppression> suppressions, List<String> remarks)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public FileReport {
        violations = List.copyOf(violations);
        suppressions = List.copyOf(suppressions);
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
        return violations.stream().anyMatch(Violation::isFatal);
    }

    private int count(Severity severity) {
        return violations.stream()
                .filter(violation -> violation.severity() == severity)
                .mapToInt(Violation::count)
                .sum();
    }
}
