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
        return files.stream().mapToInt(FileReport::failureCount).sum();
    }

    /** Findings that warn, over all files. */
    public int warningCount() {
        return files.stream().mapToInt(FileReport::warningCount).sum();
    }

    /** Files that could not be checked. */
    public int fatalCount() {
        return (int) files.stream().filter(FileReport::isFatal).count();
    }

    /** Whether nothing stands against the templates. */
    public boolean isClean(boolean failOnWarnings) {
        return failureCount() == 0 && (!failOnWarnings || warningCount() == 0);
    }
}
