package io.jenkins.plugins.sagemaker.jenkins.step;

import io.jenkins.plugins.sagemaker.nag.report.FileReport;
import io.jenkins.plugins.sagemaker.nag.report.LintReport;
import io.jenkins.plugins.sagemaker.nag.report.Violation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What {@code cfnNag} returns to the Pipeline. */
record LintResult(int fileCount, int failureCount, int warningCount, List<Found> violations) implements Serializable {

    LintResult {
        violations = List.copyOf(violations);
    }

    /** One violation of one file; the lists are parallel. */
    record Found(
            String id,
            String type,
            String name,
            String message,
            String file,
            List<String> logicalResourceIds,
            List<Integer> lineNumbers)
            implements Serializable {}

    static LintResult of(LintReport report) {
        List<Found> all = new ArrayList<>();
        for (FileReport file : report.files()) {
            for (Violation v : file.violations()) {
                all.add(new Found(
                        v.id(),
                        v.severity().name(),
                        v.name(),
                        v.message(),
                        file.file(),
                        v.findings().stream().map(f -> f.logicalId()).toList(),
                        v.findings().stream().map(f -> f.line()).toList()));
            }
        }
        return new LintResult(report.files().size(), report.failureCount(), report.warningCount(), all);
    }
}
