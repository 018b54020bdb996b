package io.jenkins.plugins.sagemaker.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "echo 'hello', 0, Finished: SUCCESS",
        "unstable 'hm', 1, Finished: UNSTABLE",
        "error 'no', 2, Finished: FAILURE",
        "input 'well?', 3, Finished: ABORTED",
        "nosuch 'thing', 2, No such DSL method 'nosuch' found among steps",
    })
    void theExitStatusTellsTheResult(String script, int status, String line) throws IOException {
        assertThat(run(script, "--reject")).isEqualTo(status);
        assertThat(out).asString().contains(line);
    }

    @Test
    void aVariableOfTheCommandLineIsInTheEnvironment() throws IOException {
        assertThat(run("echo \"${env.TEAM} in ${env.AWS_REGION}\"", "--env", "TEAM=digits"))
                .isZero();
        assertThat(out).asString().contains("digits in eu-central-1");
    }

    @Test
    void theWorkspaceIsWorkedInInPlace() throws IOException {
        Path workspace = Files.createDirectory(folder.resolve("ws"));
        Files.writeString(workspace.resolve("there.txt"), "already");

        int status = run(
                "node { checkout scm\n writeFile file: 'new.txt', text: readFile('there.txt') }",
                "--workspace",
                workspace.toString());

        assertThat(status).as(out.toString()).isZero();
        assertThat(workspace.resolve("new.txt")).content().isEqualTo("already");
    }

    @Test
    void ofATrainingThatTriedSeveralMachinesTheReportShowsTheJobThatTrained() throws IOException {
        Path report = folder.resolve("report");

        int status = run("""
                node {
                    def rows = (0..<120).collect { "${it % 3},${it % 3 * 10 + it % 7},${it % 5}" }
                    writeFile file: 'train/data.csv', text: rows.join('\\n')
                    sagemakerTrain(roleArn: env.EXECUTION_ROLE_ARN, s3OutputPath: "s3://${env.ARTIFACT_BUCKET}/points",
                        trainingImage: '664544806723.dkr.ecr.eu-central-1.amazonaws.com/linear-learner:1',
                        channels: [channel(channelName: 'train', path: 'train', contentType: 'text/csv')],
                        hyperParameters: [predictor_type: 'multiclass_classifier', num_classes: 3, mini_batch_size: 20, epochs: 1],
                        instanceTypes: ['ml.p3.2xlarge', 'ml.m5.xlarge'])
                }
                """, "--faults", "capacity=ml.p3.2xlarge", "--report", report.toString());

        assertThat(status).as(out.toString()).isZero();
        var run = new ObjectMapper().readTree(report.resolve("run.json").toFile());
        assertThat(run.at("/trainingJobs/0/jobName").asText()).endsWith("-2");
        assertThat(run.at("/trainingJobs/0/status").asText()).isEqualTo("Completed");
    }

    @Test
    void artifactsLieBesideTheReport() throws IOException {
        Path report = folder.resolve("report");

        int status = run(
                "node { writeFile file: 'out/a.txt', text: 'a'\n archiveArtifacts 'out/*' }",
                "--report",
                report.toString());

        assertThat(status).isZero();
        assertThat(report.resolve("artifacts/out/a.txt")).hasContent("a");
        assertThat(report.resolve("index.html")).content().contains("artifacts/out/a.txt");
    }

    @ParameterizedTest
    @CsvSource({"--approve --reject", "--speed 0", "--faults nonsense=1", "--aws nowhere", "--env novalue"})
    void aWrongCommandLineIsAUsageError(String options) throws IOException {
        assertThat(run("echo 'never'", options.split(" "))).isEqualTo(64);
        assertThat(out).asString().doesNotContain("never");
    }

    @Test
    void aMissingJenkinsfileIsAUsageError() {
        assertThat(Main.execute(
                        new PrintWriter(out), "pipeline", folder.resolve("none").toString()))
                .isEqualTo(64);
    }

    private int run(String script, String... options) throws IOException {
        Path jenkinsfile = Files.writeString(folder.resolve("Jenkinsfile"), script);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "pipeline";
        arguments[1] = jenkinsfile.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Main.execute(new PrintWriter(out), arguments);
    }
}
