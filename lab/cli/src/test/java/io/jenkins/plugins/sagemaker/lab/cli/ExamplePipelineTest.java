package io.jenkins.plugins.sagemaker.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example delivers a model, and stops with a reason at the right stage whatever is wrong with it. */
class ExamplePipelineTest {

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
    void anApprovedModelGoesToProduction() throws IOException {
        assertThat(pipeline("--approve")).as(console).isZero();

        assertThat(run.at("/result").asText()).isEqualTo("SUCCESS");
        assertThat(run.at("/endpointTests/0/metrics/accuracy").asDouble()).isGreaterThanOrEqualTo(0.95);
        assertThat(run.at("/approvals/0/approved").asBoolean()).isTrue();
        assertThat(run.at("/approvals/0/message").asText()).contains("In QA it was right on 9");
        assertThat(texts("/deployments", "stackName")).containsExactly("digits-qa", "digits-prod");
        assertThat(texts("/deployments", "stackStatus")).containsOnly("CREATE_COMPLETE");
        assertThat(folder.resolve("report/index.html")).content().contains("SUCCESS", "digits-prod", "Approved by");
        assertThat(Files.exists(repository.resolve("reports")))
                .as("the sources stay as they were")
                .isFalse();
    }

    @Test
    void aRejectedModelNeverTouchesProduction() throws IOException {
        assertThat(pipeline("--reject")).as(console).isEqualTo(3);

        assertThat(run.at("/result").asText()).isEqualTo("ABORTED");
        assertThat(texts("/deployments", "stackName")).containsExactly("digits-qa");
        assertThat(run.at("/approvals/0/approved").asBoolean()).isFalse();
    }

    @Test
    void aWildcardPolicyFailsTheLint() throws IOException {
        Files.writeString(repository.resolve("cloudformation/role.yaml"), """
                Resources:
                  Admin:
                    Type: AWS::IAM::ManagedPolicy
                    Properties:
                      PolicyDocument:
                        Version: '2012-10-17'
                        Statement:
                          - Effect: Allow
                            Action: '*'
                            Resource: '*'
                """);

        assertThat(pipeline("--approve")).isEqualTo(2);

        failedIn("Lint", "cfnNag found");
        assertThat(texts("/lint/0/findings", "resource")).contains("Admin");
        assertThat(run.at("/trainingJobs")).isEmpty();
    }

    @Test
    void noEpochsFailTheTraining() throws IOException {
        assertThat(pipeline("--approve", "--param", "EPOCHS=0")).isEqualTo(2);

        failedIn("Train", "Hyperparameter 'epochs' is '0'");
        assertThat(run.at("/trainingJobs/0/status").asText()).isEqualTo("Failed");
    }

    @Test
    void aChannelThatDoesNotExistFailsTheTraining() throws IOException {
        change("Jenkinsfile", "path: 'data/validation'", "path: 'data/missing'");

        assertThat(pipeline("--approve")).isEqualTo(2);

        failedIn("Train", "data/missing");
        assertThat(run.at("/trainingJobs")).isEmpty();
    }

    @Test
    void aThresholdThatTheModelMissesFailsTheTraining() throws IOException {
        change("Jenkinsfile", "validation:accuracy >= 0.9'", "validation:accuracy >= 0.999'");

        assertThat(pipeline("--approve")).isEqualTo(2);

        failedIn("Train", "not good enough: validation:accuracy");
        assertThat(run.at("/trainingJobs/0/status").asText()).isEqualTo("Completed");
        assertThat(run.at("/deployments")).isEmpty();
    }

    @Test
    void shuffledLabelsFailTheTestOfTheEndpoint() throws IOException {
        Path digits = repository.resolve("tests/digits");
        Files.move(digits.resolve("0"), digits.resolve("spare"));
        for (int label = 1; label < 10; label++) {
            Files.move(digits.resolve("" + label), digits.resolve("" + (label - 1)));
        }
        Files.move(digits.resolve("spare"), digits.resolve("9"));

        assertThat(pipeline("--approve")).isEqualTo(2);

        failedIn("Test QA endpoint", "accuracy >= 0.95");
        assertThat(run.at("/approvals")).isEmpty();
    }

    @Test
    void anInstanceTypeThatAwsDoesNotKnowFailsTheDeploymentWithItsReason() throws IOException {
        change("cloudformation/parameters-qa.json", "ml.m5.large", "ml.m5.tiny");

        assertThat(pipeline("--approve")).isEqualTo(2);

        failedIn("Launch QA endpoint", "ml.m5.tiny");
        assertThat(run.at("/deployments/0/stackStatus").asText()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(texts("/deployments/0/events", "status")).contains("CREATE_FAILED");
    }

    private void failedIn(String stage, String reason) {
        assertThat(run.at("/reason").asText())
                .as(console)
                .startsWith("Stage " + stage + ": ")
                .contains(reason);
        assertThat(console).contains("ERROR: ").contains(reason).doesNotContain("\tat ");
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = repository.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private int pipeline(String... options) throws IOException {
        var written = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(
                "pipeline",
                repository.resolve("Jenkinsfile").toString(),
                "--report",
                folder.resolve("report").toString()));
        arguments.addAll(List.of(options));
        int status = Main.execute(new PrintWriter(written), arguments.toArray(String[]::new));
        console = written.toString();
        run = new ObjectMapper().readTree(folder.resolve("report/run.json").toFile());
        return status;
    }

    private List<String> texts(String list, String member) {
        return StreamSupport.stream(run.at(list).spliterator(), false)
                .map(item -> item.path(member).asText())
                .toList();
    }
}
