package io.jenkins.plugins.sagemaker.nag.report;

import java.io.Serializable;
import java.util.List;

/**
 * What was found in all files. Plain data: it travels from a Jenkins agent to the controller.
 *
 * @param files in the order in which they were given
 */
public record LintReport(List<FileReport> files) implements Serializable {
    private static final long serialVersionUID = 1L;

    public LintReport {
        files = List.copyOf(files);
    }

    /** Findings that fail, over all files. */
    public int failureCount() {
        int count = 0;
        for (FileReport file : files) {
            count += file.failureCount();
        }
        return count;
    }

    /** Findings that warn, over all files. */
    public int warningCount() {
        int count = 0;
        for (FileReport file : files) {
            count += file.warningCount();
        }
        return count;
    }

    /** Files that could not be checked. */
    public int fatalCount() {
        int count = 0;
        for (FileReport file : files) {
            count += file.isFatal() ? 1 : 0;
        }
        return count;
    }

    /** Whether nothing stands against the templates. */
    public boolean isClean(boolean failOnWarnings) {
        return failureCount() == 0 && (!failOnWarnings || warningCount() == 0);
    }
}
