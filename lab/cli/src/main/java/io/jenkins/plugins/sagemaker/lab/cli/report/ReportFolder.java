package io.jenkins.plugins.sagemaker.lab.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Where a report is written: {@code index.html} for people, {@code run.json} for programs, {@code artifacts} beside them. */
public final class ReportFolder {

    /** The artifacts' folder, relative to the report's. */
    public static final String ARTIFACTS = "artifacts";

    private ReportFolder() {}

    /**
     * Writes the report over an earlier one.
     *
     * @param artifacts what the build has archived; need not exist
     * @return the page
     */
    public static Path write(Path folder, RunReport report, Path artifacts) throws IOException {
        Files.createDirectories(folder);
        for (RunReport.Artifact artifact : report.artifacts()) {
            Path copy = folder.resolve(artifact.path());
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.copy(artifacts.resolve(artifact.name()), copy, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(folder.resolve("run.json"), RunJson.of(report));
        return Files.writeString(folder.resolve("index.html"), ReportPage.of(report));
    }
}
