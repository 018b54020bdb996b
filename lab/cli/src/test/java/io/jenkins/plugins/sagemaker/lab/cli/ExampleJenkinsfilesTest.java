package io.jenkins.plugins.sagemaker.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each of the smaller examples ends as its first lines say, by the command that stands there. */
class ExampleJenkinsfilesTest {

    private static final Path EXAMPLES = Path.of("..", "..", "examples", "jenkinsfiles");

    @TempDir
    Path report;

    private JsonNode run;
    private String console;

    @Test
    void aSpotJobGoesOnAtItsCheckpoint() throws IOException {
        assertThat(pipeline("spot")).as(console).isZero();

        assertThat(texts("/trainingJobs/0/phases", "status")).contains("Interrupted");
        assertThat(console)
                .contains(
                        "Going on after epoch",
                        "Went through Starting, Downloading, Training, Interrupted, Starting, Downloading, Training,"
                                + " Uploading, Completed");
    }

    @Test
    void anotherInstanceTypeIsTakenWhereThereIsNoQuotaOrCapacity() throws IOException {
        assertThat(pipeline("capacity")).as(console).isZero();

        assertThat(console).contains("ResourceLimitExceeded", "CapacityError", "Trained on ml.p2.xlarge, attempt 3");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Python is called otherwise there.")
    void aProgramOfOnesOwnTrains() throws IOException {
        assumeThat(hasPython()).as("python3 is on the path").isTrue();

        assertThat(pipeline("script-mode")).as(console).isZero();

        assertThat(console)
                .contains("1000 images to train with, 200 to validate with", "train.py --epochs 4 --learning_rate 0.1")
                .doesNotContain("epoch 5");
        assertThat(run.at("/trainingJobs/0/metrics/validation:accuracy").asDouble())
                .isGreaterThan(0.85);
    }

    private static boolean hasPython() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "The program is a shell script.")
    void aContainerThatFailsTellsItsReasonItsExitCodeAndItsLastLines() throws IOException {
        assertThat(pipeline("failing-container")).as(console).isEqualTo(2);

        assertThat(run.at("/reason").asText()).startsWith("Stage Train: ").contains("exit code: 3");
        assertThat(console)
                .contains(
                        "There are 1000 images, and 100000 are wanted",
                        "failed: AlgorithmError: There are 1000 images to train with, but 100000 are wanted, exit code:"
                                + " 3")
                .doesNotContain("A build never comes here", "\tat ");
    }

    @Test
    void noProgramRunsWhereThatIsForbidden() throws IOException {
        assertThat(pipeline("failing-container", "--no-programs")).as(console).isEqualTo(2);

        assertThat(console)
                .contains("This local AWS runs no programs of requests")
                .doesNotContain("There are 1000 images");
    }

    @Test
    void aModelThatIsNotGoodEnoughMakesTheBuildUnstableAndLetsItGoOn() throws IOException {
        assertThat(pipeline("gate-unstable")).as(console).isEqualTo(1);

        assertThat(run.at("/result").asText()).isEqualTo("UNSTABLE");
        assertThat(console).contains("not good enough: validation:accuracy is", "The build goes on: s3://");
    }

    /** Runs an example with the options of the command in its head. */
    private int pipeline(String name, String... further) throws IOException {
        Path file = EXAMPLES.resolve(name + ".Jenkinsfile");
        List<String> command = Files.readAllLines(file).stream()
                .filter(line -> line.contains("lab/run pipeline "))
                .map(line -> line.substring(line.indexOf("lab/run pipeline ") + "lab/run ".length()))
                .findFirst()
                .map(line -> List.of(line.split(" ")))
                .orElseThrow();
        assertThat(command).last().isEqualTo("examples/jenkinsfiles/" + name + ".Jenkinsfile");
        List<String> arguments = new ArrayList<>(command.subList(0, command.size() - 1));
        arguments.addAll(List.of(further));
        arguments.addAll(List.of(file.toString(), "--report", report.toString()));
        var written = new StringWriter();
        int status = Main.execute(new PrintWriter(written), arguments.toArray(String[]::new));
        console = written.toString();
        run = new ObjectMapper().readTree(report.resolve("run.json").toFile());
        return status;
    }

    private List<String> texts(String list, String member) {
        return StreamSupport.stream(run.at(list).spliterator(), false)
                .map(item -> item.path(member).asText())
                .toList();
    }
}
