package io.jenkins.plugins.sagemaker.nag.report;

import io.jenkins.plugins.sagemaker.nag.rules.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Text for people: per file the worst first, each with its places, what is wrong, why it matters and what to do. Files
 * without findings are only counted.
 *
 * @param coloured red and yellow by ANSI codes
 */
public record TextReport(boolean coloured) implements ReportFormat {
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String PLAIN = "\u001b[0m";
    private static final Comparator<Violation> WORST_FIRST = (one, other) -> one.isFatal() == other.isFatal()
            ? one.severity().compareTo(other.severity())
            : Boolean.compare(other.isFatal(), one.isFatal());

    @Override
    public void write(LintReport report, Writer out) throws IOException {
        for (FileReport file : report.files()) {
            List<Violation> violations = new ArrayList<>(file.violations());
            violations.sort(WORST_FIRST);
            for (Violation violation : violations) {
                write(file, violation, out);
            }
        }
        out.append(summary(report)).append('\n');
    }

    /** One line: how many files, failures and warnings. */
    public static String summary(LintReport report) {
        String fatal =
                report.fatalCount() == 0 ? "" : "; " + counted(report.fatalCount(), "file") + " could not be checked";
        return counted(report.files().size(), "file") + " checked: " + counted(report.failureCount(), "failure") + ", "
                + counted(report.warningCount(), "warning") + fatal;
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private void write(FileReport file, Violation violation, Writer out) throws IOException {
        out.append(colour(violation.severity(), violation.severity() + " " + violation.id()))
                .append("  ")
                .append(violation.message())
                .append('\n');
        if (violation.findings().isEmpty()) {
            out.append("    ").append(file.file()).append('\n');
        }
        for (Finding finding : violation.findings()) {
            out.append("    " + file.file() + ":" + finding.line() + "  " + finding.logicalId())
                    .append('\n');
        }
        Advice advice = violation.advice();
        if (advice != null) {
            out.append("    Why: ").append(advice.why()).append('\n');
            out.append("    Fix: ").append(advice.fix()).append('\n');
        }
        out.append('\n');
    }

    private String colour(Severity severity, String label) {
        return coloured ? (severity == Severity.FAIL ? RED : YELLOW) + label + PLAIN : label;
    }
}
