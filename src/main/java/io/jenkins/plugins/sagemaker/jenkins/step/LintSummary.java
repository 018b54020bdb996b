package io.jenkins.plugins.sagemaker.jenkins.step;

import io.jenkins.plugins.sagemaker.nag.report.Advice;
import io.jenkins.plugins.sagemaker.nag.report.FileReport;
import io.jenkins.plugins.sagemaker.nag.report.Finding;
import io.jenkins.plugins.sagemaker.nag.report.LintReport;
import io.jenkins.plugins.sagemaker.nag.report.Violation;
import io.jenkins.plugins.sagemaker.nag.rules.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The findings for a reader of the build log: the worst first, each with its place; why and how to fix it once for each rule. */
final class LintSummary {

    private final List<String> lines = new ArrayList<>();
    private final Set<String> explained = new HashSet<>();

    private LintSummary() {}

    static List<String> of(LintReport report) {
        var summary = new LintSummary();
        for (Severity severity : List.of(Severity.FAIL, Severity.WARN)) {
            for (FileReport file : report.files()) {
                file.violations().stream()
                        .filter(v -> v.severity() == severity)
                        .forEach(v -> summary.add(file.file(), v));
            }
        }
        report.files().forEach(f -> summary.lines.addAll(f.remarks()));
        summary.lines.add("cfnNag: " + count(report.files().size(), "template") + ", "
                + count(report.failureCount(), "failure") + ", " + count(report.warningCount(), "warning"));
        return summary.lines;
    }

    private void add(String file, Violation v) {
        String label = v.severity() + " " + v.id() + "  ";
        if (v.findings().isEmpty()) {
            lines.add(label + file + "  " + v.message());
        }
        for (Finding finding : v.findings()) {
            lines.add(label + file + ":" + finding.line() + "  " + finding.logicalId() + "  " + v.message());
        }
        Advice advice = v.advice();
        if (advice != null && explained.add(v.id())) {
            lines.add("    why: " + advice.why());
            lines.add("    fix: " + advice.fix() + "  " + advice.link());
        }
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
