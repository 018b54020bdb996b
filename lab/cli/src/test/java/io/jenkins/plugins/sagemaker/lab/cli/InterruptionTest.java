package io.jenkins.plugins.sagemaker.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C is a signal to a process, so this needs one of its own. */
class InterruptionTest {

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no SIGINT to send")
    void ctrlCDuringTheTrainingStopsTheJobAndAbortsTheBuild() throws Exception {
        Path report = folder.resolve("report");
        Process lab = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "pipeline",
                        Path.of("..", "..", "examples", "Jenkinsfile").toString(),
                        "--approve",
                        "--param",
                        "EPOCHS=1000",
                        "--report",
                        report.toString())
                .redirectErrorStream(true)
                .start();
        var console = new StringBuilder();
        try (BufferedReader lines = lab.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                console.append(line).append('\n');
                if (line.contains("Epoch[0] Validation-accuracy")) {
                    new ProcessBuilder("kill", "-INT", Long.toString(lab.pid()))
                            .start()
                            .waitFor();
                }
            }
        }

        assertThat(lab.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(lab.exitValue()).as(console.toString()).isEqualTo(3);
        assertThat(console).contains("Stopping: training job digits-1-", "Aborted by ", "Finished: ABORTED");
        var run = new ObjectMapper().readTree(report.resolve("run.json").toFile());
        assertThat(run.at("/result").asText()).isEqualTo("ABORTED");
        assertThat(run.at("/trainingJobs/0/status").asText()).isEqualTo("Stopped");
    }
}
