package io.jenkins.plugins.sagemaker.nag.report;

import java.io.IOException;

/** A way to write a report down. */
@FunctionalInterface
public interface ReportFormat {
    void write(LintReport report, Appendable out) throws IOException;
}
