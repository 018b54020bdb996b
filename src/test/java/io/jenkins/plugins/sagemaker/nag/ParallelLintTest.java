package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.nag.report.FileReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelLintTest {
    private static final int MANY = 200;

    @TempDir
    private Path folder;

    private List<TemplateFile> files(int count) throws IOException {
        var files = new ArrayList<TemplateFile>();
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve(i + ".yaml");
            Files.writeString(file, "Resources:\n  T%d:\n    Type: AWS::SNS::Topic\n".formatted(i));
            files.add(new TemplateFile("t" + i, file));
        }
        return files;
    }

    @Test
    void reportsKeepTheOrderOfTheFiles() throws IOException, InterruptedException {
        List<FileReport> reports =
                new Linter(LintOptions.DEFAULT).lint(files(MANY)).files();

        assertThat(reports).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(reports.get(i).file()).isEqualTo("t" + i);
            assertThat(new Verdicts(reports.get(i)).all()).containsExactly("W47 T" + i);
        }
    }

    @Test
    void noFilesAreAnEmptyReport() throws InterruptedException {
        assertThat(new Linter(LintOptions.DEFAULT).lint(List.of()).files()).isEmpty();
    }

    @Test
    void aFileThatIsGoneCostsNoOtherItsAnswer() throws IOException, InterruptedException {
        List<TemplateFile> files = files(3);
        Files.delete(files.get(1).path());

        List<FileReport> reports = new Linter(LintOptions.DEFAULT).lint(files).files();

        assertThat(reports.stream().map(FileReport::isFatal)).containsExactly(false, true, false);
    }

    @Test
    void noThreadOutlivesTheLint() throws IOException, InterruptedException {
        new Linter(LintOptions.DEFAULT).lint(files(MANY));

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("cfnNag-"));
    }

    @Test
    void anInterruptEndsIt() throws IOException {
        List<TemplateFile> files = files(MANY);
        var linter = new Linter(LintOptions.DEFAULT);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> linter.lint(files)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }
}
