package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.aws.LocalConnection;
import io.jenkins.plugins.sagemaker.deployment.TrainedModels;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.lab.aws.RecordedRequest;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import io.jenkins.plugins.sagemaker.training.TrainingDefinition.WorkspaceChannel;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The operation against the local AWS's wire protocols and a model that really learns; each round is made twice, as after a crash. */
@Timeout(60)
class TrainingOnLocalAwsTest {

    private static final int SPEED = 2_000;
    private static final String BUCKET = "digits";

    private LocalAws local;
    private LocalConnection connection;
    private final List<String> lines = new ArrayList<>();
    private TrainingState state;
    private Progress<TrainingState, TrainingResult> end;

    @BeforeEach
    void start(@TempDir Path workspace) throws Exception {
        local = LocalAws.builder().speed(SPEED).start();
        local.objects().createBucket("123456789012", LocalConnection.REGION, BUCKET);
        connection = new LocalConnection(local, SPEED, workspace);
        Files.createDirectories(workspace.resolve("data"));
        Files.writeString(workspace.resolve("data/points 1.csv"), TrainedModels.clouds(120, 1));
        Files.writeString(workspace.resolve("data/points 2.csv"), TrainedModels.clouds(120, 2));
    }

    @AfterEach
    void stop() {
        connection.close();
        local.close();
    }

    @Test
    void dataOfTheWorkspaceBecomesAModel() throws Exception {
        TrainingResult result =
                ((Progress.Succeeded<TrainingState, TrainingResult>) train("train:multiclass_accuracy > 0.8")).result();

        assertThat(result.status()).isEqualTo("Completed");
        assertThat(result.modelDataUrl()).startsWith("s3://digits/models/digits-1/");
        assertThat(local.objects().get(BUCKET, result.modelDataUrl().substring("s3://digits/".length())))
                .isPresent();
        assertThat(lines)
                .anyMatch(line -> line.startsWith("Channel train: 2 files ("))
                .anyMatch(line -> line.contains("/jobs/digits-1"))
                .anyMatch(line -> line.contains("multiclass_accuracy") && !line.startsWith("  "))
                .contains("  threshold met: train:multiclass_accuracy > 0.8")
                .anyMatch(line -> line.startsWith("digits-1: Downloading - "))
                .containsOnlyOnce("digits-1: Completed - Training job completed");
        assertThat(count("CreateTrainingJob")).isEqualTo(1);
        assertThat(count("PutObject")).isEqualTo(2);
    }

    @Test
    void aMissedThresholdNamesTheMetricThatTheModelReallyHas() throws Exception {
        train("train:multiclass_accuracy > 1");

        assertThat(failure())
                .startsWith("The model of training job digits-1 is not good enough: train:multiclass_accuracy is ");
    }

    @Test
    void aContainerThatFailsShowsItsReason() throws Exception {
        local.faults(Faults.parse("container=digits-1"));

        train();

        assertThat(failure())
                .isEqualTo("Training job digits-1 failed: AlgorithmError: The container was killed, exit code: 1");
    }

    @Test
    void missingCapacityShowsItself() throws Exception {
        local.faults(Faults.parse("capacity=ml.m5.large"));

        train();

        assertThat(failure()).startsWith("Training job digits-1 failed: CapacityError");
        assertThat(lines).anyMatch(line -> line.contains("Insufficient capacity error"));
    }

    @Test
    void aCancelledJobIsStoppedOnce() throws Exception {
        var operation = operation(5000); // far from its end when it is cancelled, on however slow a machine
        state = operation.begin();
        while (lines.stream().noneMatch(line -> line.startsWith("digits-1: Starting"))) {
            round(operation);
        }

        assertThat(operation.cancel(state, connection.connect())).isTrue();
        assertThat(operation.cancel(state, connection.connect())).isTrue();
        finish(operation);

        assertThat(failure()).isEqualTo("Training job digits-1 was stopped, not by this build (Stopped)");
        assertThat(count("StopTrainingJob")).isEqualTo(1);
    }

    @Test
    void nothingIsDoubledWhereCallsAreThrottledFailOrLoseTheirAnswer() throws Exception {
        local.faults(Faults.parse(
                "throttle=0.3,error500=0.05,dropAfter=0.1,dropBefore=0.05,seed=7,services=sagemaker+logs"));

        train();

        assertThat(end).isInstanceOf(Progress.Succeeded.class);
        local.faults(Faults.none());
        assertThat(connection.connect().sageMaker().listTrainingJobs().trainingJobSummaries())
                .hasSize(1);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("digits-1: "))
                .doesNotHaveDuplicates()
                .contains("digits-1: Completed - Training job completed");
    }

    private TrainingOperation operation(int epochs, String... thresholds) {
        Map<String, Object> document = Map.of(
                "RoleArn",
                TrainedModels.ROLE,
                "AlgorithmSpecification",
                Map.of("TrainingImage", TrainedModels.IMAGE, "TrainingInputMode", "File"),
                "HyperParameters",
                Map.of(
                        "predictor_type",
                        "multiclass_classifier",
                        "num_classes",
                        3,
                        "mini_batch_size",
                        20,
                        "epochs",
                        epochs),
                "OutputDataConfig",
                Map.of("S3OutputPath", "s3://digits/models"),
                "ResourceConfig",
                Map.of("InstanceType", "ml.m5.large", "InstanceCount", 1, "VolumeSizeInGB", 10),
                "StoppingCondition",
                Map.of("MaxRuntimeInSeconds", 86400));
        return new TrainingOperation(new TrainingRequest(
                "digits-1",
                TrainingDefinition.of(document)
                        .withChannels(
                                List.of(new WorkspaceChannel("train", "data", Map.of("ContentType", "text/csv"))),
                                "s3://digits/channels"),
                List.of(thresholds).stream().map(MetricThreshold::parse).toList(),
                true,
                Map.of("jenkins:build", "digits 1"),
                Logs.ALL));
    }

    private Progress<TrainingState, TrainingResult> train(String... thresholds) throws Exception {
        var operation = operation(2, thresholds);
        state = operation.begin();
        finish(operation);
        return end;
    }

    private void finish(TrainingOperation operation) throws Exception {
        while (end == null) {
            round(operation);
        }
    }

    private void round(TrainingOperation operation) throws Exception {
        try {
            operation.advance(state, connection.connect());
            end = operation.advance(state, connection.connect());
        } catch (RemoteException e) {
            assertThat(e.kind()).as(e.getMessage()).isIn(Kind.THROTTLED, Kind.TRANSIENT);
            return;
        }
        lines.addAll(end.lines());
        if (end instanceof Progress.Waiting<TrainingState, TrainingResult> waiting) {
            state = waiting.state();
            end = null;
            if (waiting.pace() != Progress.Pace.NOW) {
                local.timeline().sleep(Duration.ofSeconds(5));
            }
        }
    }

    private String failure() {
        return ((Progress.Failed<TrainingState, TrainingResult>) end).reason();
    }

    private long count(String operation) {
        return local.requests().stream()
                .filter(r -> r.operation().equals(operation) && r.status() == 200)
                .map(RecordedRequest::operation)
                .count();
    }
}
