package io.jenkins.plugins.sagemaker.nag.report;

import java.io.IOException;
import java.io.Writer;

/** A way to write a report down. */
@FunctionalInterface
public interface ReportFormat {

    /** Writes the whole report; neither closes nor flushes the writer. */
    void write(LintReport report, Writer out) throws IOException;
}
