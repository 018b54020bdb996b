package io.jenkins.plugins.sagemaker.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that tunes finds a good model and serves it, and stops with a reason where there is none. */
class TuningPipelineTest {

    private static final Path EXAMPLES = Path.of("..", "..", "examples");

    @TempDir
    Path folder;

    private Path repository;
    private JsonNode run;
    private String console;

    @BeforeEach
    void copyTheExample() throws IOException {
        repository = folder.resolve("digits");
        FileUtils.copyDirectory(EXAMPLES.toFile(), repository.toFile());
    }

    @Test
    void theBestOfSeveralModelsIsServed() throws IOException {
        assertThat(pipeline()).as(console).isZero();

        JsonNode best = run.at("/trainingJobs/0");
        assertThat(best.at("/metrics/validation:accuracy").asDouble()).isGreaterThanOrEqualTo(0.9);
        assertThat(best.at("/hyperParameters/learning_rate").asDouble()).isBetween(0.001, 0.5);
        assertThat(run.at("/deployments/0/stackStatus").asText()).isEqualTo("CREATE_COMPLETE");
        assertThat(console)
                .contains(" 8 of 8 training jobs done (8 completed)")
                .contains("  validation:accuracy  learning_rate  mini_batch_size  optimizer  status")
                .contains("  threshold met: validation:accuracy >= 0.9")
                .contains("The best of 8 models has ");
    }

    @Test
    void aValueThatFailsEveryTrainingFailsTheTuningWithItsReason() throws IOException {
        change("'3,28,28'", "'3,28'");

        assertThat(pipeline()).isEqualTo(2);

        assertThat(run.at("/reason").asText())
                .as(console)
                .startsWith("Stage Tune: Tuning job digits-1-")
                .contains(
                        " failed: No training job succeeded after ", "Its training jobs failed: ClientError: ", "3,28");
        assertThat(run.at("/deployments")).isEmpty();
    }

    private void change(String from, String to) throws IOException {
        Path file = repository.resolve("jenkinsfiles/tuning.Jenkinsfile");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private int pipeline() throws IOException {
        var written = new StringWriter();
        int status = Main.execute(
                new PrintWriter(written),
                "pipeline",
                repository.resolve("jenkinsfiles/tuning.Jenkinsfile").toString(),
                "--workspace",
                repository.toString(),
                "--report",
                folder.resolve("report").toString());
        console = written.toString();
        run = new ObjectMapper().readTree(folder.resolve("report/run.json").toFile());
        return status;
    }
}
