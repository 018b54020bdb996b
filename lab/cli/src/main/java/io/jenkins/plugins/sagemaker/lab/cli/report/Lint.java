package io.jenkins.plugins.sagemaker.lab.cli.report;

import java.util.List;

/**
 * A check of CloudFormation templates.
 *
 * @param files how many templates were checked; -1 where that is not known
 */
public record Lint(
        String stage,
        String inputPath,
        Outcome outcome,
        int files,
        int failures,
        int warnings,
        List<Finding> findings) {

    /**
     * @param type {@code FAIL} or {@code WARN}
     * @param resource the logical id; empty if the whole file is meant
     * @param line 0 if it is not known
     */
    public record Finding(String id, String type, String message, String file, String resource, int line) {}
}
