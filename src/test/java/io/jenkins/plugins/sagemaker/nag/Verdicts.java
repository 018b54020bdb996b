package io.jenkins.plugins.sagemaker.nag;

import io.jenkins.plugins.sagemaker.nag.report.FileReport;
import io.jenkins.plugins.sagemaker.nag.report.Finding;
import io.jenkins.plugins.sagemaker.nag.report.Violation;
import io.jenkins.plugins.sagemaker.nag.template.TemplateSource;
import java.util.List;

/** Lints a text and answers in the form {@code "W35 Bucket"}, which reads well in assertions. */
record Verdicts(FileReport report) {

    static Verdicts of(String template) {
        return of(template, LintOptions.DEFAULT);
    }

    static Verdicts of(String template, LintOptions options) {
        return new Verdicts(new Linter(options).lint(TemplateSource.of("template.yaml", template)));
    }

    /** With an empty parameter file: defaults and pseudo parameters count. */
    static Verdicts withDefaults(String template) {
        return of(template, LintOptions.DEFAULT.withParameterValues("{\"Parameters\": {}}"));
    }

    /** Every finding, in the report's order. */
    List<String> all() {
        return report.violations().stream()
                .flatMap(violation -> violation.findings().isEmpty()
                        ? List.of(violation.id()).stream()
                        : violation.findings().stream().map(finding -> violation.id() + " " + finding.logicalId()))
                .toList();
    }

    /** Logical ids that a rule flags. */
    List<String> flaggedBy(String rule) {
        return violations(rule).stream()
                .flatMap(violation -> violation.findings().stream())
                .map(Finding::logicalId)
                .toList();
    }

    List<Integer> linesOf(String rule) {
        return violations(rule).stream()
                .flatMap(violation -> violation.findings().stream())
                .map(Finding::line)
                .toList();
    }

    /** The message of the file's only violation, which must be a FATAL. */
    String fatal() {
        if (report.violations().size() != 1 || !report.violations().get(0).isFatal()) {
            throw new AssertionError("expected one FATAL, but found " + report.violations());
        }
        return report.violations().get(0).message();
    }

    List<Violation> violations(String id) {
        return report.violations().stream()
                .filter(violation -> violation.id().equals(id))
                .toList();
    }
}
