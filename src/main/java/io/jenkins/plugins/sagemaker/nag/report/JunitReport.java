package io.jenkins.plugins.sagemaker.nag.report;

import io.jenkins.plugins.sagemaker.nag.rules.Severity;
import java.io.IOException;
import java.io.Writer;

/**
 * JUnit XML: a suite per file, a failed case per finding that fails, a passed case with output per finding that warns
 * (failed too if warnings fail), and one passed case for a file without findings.
 *
 * @param failOnWarnings whether a warning fails its case
 */
public record JunitReport(boolean failOnWarnings) implements ReportFormat {

    @Override
    public void write(LintReport report, Writer out) throws IOException {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"cfnNag\">\n");
        for (FileReport file : report.files()) {
            write(file, out);
        }
        out.append("</testsuites>\n");
    }

    private void write(FileReport file, Writer out) throws IOException {
        int cases = file.failureCount() + file.warningCount();
        int failures = failOnWarnings ? cases : file.failureCount();
        out.append("  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\">"
                        .formatted(escape(file.file()), Math.max(1, cases), failures))
                .append('\n');
        for (Violation violation : file.violations()) {
            if (violation.findings().isEmpty()) {
                write(file, violation, null, out);
            }
            for (Finding finding : violation.findings()) {
                write(file, violation, finding, out);
            }
        }
        if (cases == 0) {
            out.append("    <testcase classname=\"%s\" name=\"no findings\"/>".formatted(escape(file.file())))
                    .append('\n');
        }
        out.append("  </testsuite>\n");
    }

    private void write(FileReport file, Violation violation, Finding finding, Writer out) throws IOException {
        String place = finding == null ? file.file() : "%s:%d".formatted(file.file(), finding.line());
        String name = finding == null ? violation.id() : violation.id() + " " + finding.logicalId();
        String details = place + "\n" + violation.message() + advice(violation);
        boolean fails = failOnWarnings || violation.severity() == Severity.FAIL;
        out.append("    <testcase classname=\"%s\" name=\"%s\">".formatted(escape(file.file()), escape(name)))
                .append('\n');
        out.append(
                        fails
                                ? "      <failure type=\"%s\" message=\"%s\">%s</failure>"
                                        .formatted(escape(violation.id()), escape(violation.message()), escape(details))
                                : "      <system-out>%s</system-out>".formatted(escape("WARN " + details)))
                .append('\n');
        out.append("    </testcase>\n");
    }

    private static String advice(Violation violation) {
        Advice advice = violation.advice();
        return advice == null ? "" : "\nWhy: " + advice.why() + "\nFix: " + advice.fix() + "\n" + advice.link();
    }

    /** Escapes for text and attributes; characters that XML cannot hold become question marks. */
    private static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                default -> out.appendCodePoint(isXml(c) ? c : '?');
            }
        });
        return out.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
