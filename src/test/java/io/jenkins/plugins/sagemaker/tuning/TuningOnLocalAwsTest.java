package io.jenkins.plugins.sagemaker.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.aws.LocalConnection;
import io.jenkins.plugins.sagemaker.deployment.TrainedModels;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import io.jenkins.plugins.sagemaker.training.MetricGate;
import io.jenkins.plugins.sagemaker.training.MetricThreshold;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import io.jenkins.plugins.sagemaker.training.TrainingDefinition;
import io.jenkins.plugins.sagemaker.training.TrainingDefinition.WorkspaceChannel;
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

/** The operation against the local AWS's wire protocols and models that really learn; each round is made twice, as after a crash. */
@Timeout(60)
class TuningOnLocalAwsTest {

    private static final int SPEED = 2_000;
    private static final String BUCKET = "digits";

    private LocalAws local;
    private LocalConnection connection;
    private final List<String> lines = new ArrayList<>();
    private TuningState state;
    private Progress<TuningState, TuningResult> end;

    @BeforeEach
    void start(@TempDir Path workspace) throws Exception {
        local = LocalAws.builder().speed(SPEED).start();
        local.objects().createBucket("123456789012", LocalConnection.REGION, BUCKET);
        connection = new LocalConnection(local, SPEED, workspace);
        Files.createDirectories(workspace.resolve("data"));
        Files.writeString(workspace.resolve("data/points.csv"), TrainedModels.clouds(120, 1));
    }

    @AfterEach
    void stop() {
        connection.close();
        local.close();
    }

    @Test
    void severalModelsAreTrainedAndTheBestOneIsTheResult() throws Exception {
        tune(4);

        TuningResult result = ((Progress.Succeeded<TuningState, TuningResult>) end).result();
        assertThat(result.trainingJobs()).hasSize(4);
        assertThat(result.modelDataUrl()).startsWith("s3://digits/models/" + result.trainingJobName());
        assertThat(local.objects().get(BUCKET, result.modelDataUrl().substring("s3://digits/".length())))
                .isPresent();
        assertThat(result.hyperParameters()).containsKeys("predictor_type", "learning_rate", "mini_batch_size");
        assertThat(result.tunedHyperParameters()).containsOnlyKeys("learning_rate", "mini_batch_size");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("Channel train: 1 file ("))
                .anyMatch(line -> line.contains("#/hyper-tuning-jobs/digits-1"))
                .contains("  threshold met: train:multiclass_accuracy > 0.5")
                .anyMatch(
                        line -> line.startsWith("  train:multiclass_accuracy  learning_rate  mini_batch_size  status"));
        assertThat(count("CreateHyperParameterTuningJob")).isEqualTo(1);
    }

    @Test
    void trainingJobsThatFailGiveTheirReason() throws Exception {
        local.faults(Faults.parse("container=digits-1-*"));
        tune(2);

        assertThat(((Progress.Failed<TuningState, TuningResult>) end).reason())
                .startsWith("Tuning job digits-1 failed: No training job succeeded after 2 attempts.")
                .contains("Its training jobs failed: AlgorithmError: ");
    }

    @Test
    void aCancelledJobIsStoppedOnce() throws Exception {
        var operation = operation(50);
        state = operation.begin();
        while (lines.stream().noneMatch(line -> line.startsWith("digits-1: InProgress"))) {
            round(operation);
        }

        assertThat(operation.cancel(state, connection.connect())).isTrue();
        assertThat(operation.cancel(state, connection.connect())).isTrue();
        finish(operation);

        assertThat(((Progress.Failed<TuningState, TuningResult>) end).reason())
                .startsWith("Tuning job digits-1 was stopped, not by this build.");
        assertThat(count("StopHyperParameterTuningJob")).isEqualTo(1);
    }

    @Test
    void nothingIsDoubledWhereCallsAreThrottledFailOrLoseTheirAnswer() throws Exception {
        local.faults(
                Faults.parse("throttle=0.3,error500=0.05,dropAfter=0.1,dropBefore=0.05,seed=7,services=sagemaker"));
        tune(3);

        assertThat(end).isInstanceOf(Progress.Succeeded.class);
        local.faults(Faults.none());
        assertThat(connection
                        .connect()
                        .sageMaker()
                        .listHyperParameterTuningJobs()
                        .hyperParameterTuningJobSummaries())
                .hasSize(1);
        assertThat(lines).filteredOn(line -> line.startsWith("digits-1: ")).doesNotHaveDuplicates();
    }

    private static TuningOperation operation(int jobs) {
        var config = RequestDocument.of(Map.of())
                .put("HyperParameterTuningJobConfig.Strategy", "Random")
                .put("HyperParameterTuningJobConfig.HyperParameterTuningJobObjective.Type", "Maximize")
                .put(
                        "HyperParameterTuningJobConfig.HyperParameterTuningJobObjective.MetricName",
                        "train:multiclass_accuracy")
                .put("HyperParameterTuningJobConfig.ResourceLimits.MaxNumberOfTrainingJobs", jobs)
                .put("HyperParameterTuningJobConfig.ResourceLimits.MaxParallelTrainingJobs", 2)
                .put(
                        "HyperParameterTuningJobConfig.ParameterRanges.ContinuousParameterRanges",
                        List.of(Map.of("Name", "learning_rate", "MinValue", "0.01", "MaxValue", "0.3")))
                .put(
                        "HyperParameterTuningJobConfig.ParameterRanges.CategoricalParameterRanges",
                        List.of(Map.of("Name", "mini_batch_size", "Values", List.of("20", "40"))));
        var definition = RequestDocument.of(Map.of())
                .put("RoleArn", TrainedModels.ROLE)
                .put("AlgorithmSpecification.TrainingImage", TrainedModels.IMAGE)
                .put("OutputDataConfig.S3OutputPath", "s3://digits/models")
                .put(
                        "HyperParameters",
                        Map.of("predictor_type", "multiclass_classifier", "num_classes", 3, "epochs", 3));
        return new TuningOperation(new TuningRequest(
                "digits-1",
                config.members(),
                TrainingDefinition.of(definition.members())
                        .withChannels(
                                List.of(new WorkspaceChannel("train", "data", Map.of("ContentType", "text/csv"))),
                                "s3://digits/channels"),
                new MetricGate(List.of(MetricThreshold.parse("train:multiclass_accuracy > 0.5")), true),
                Map.of("jenkins:build", "digits 1")));
    }

    private void tune(int jobs) throws Exception {
        var operation = operation(jobs);
        state = operation.begin();
        finish(operation);
    }

    private void finish(TuningOperation operation) throws Exception {
        while (end == null) {
            round(operation);
        }
    }

    private void round(TuningOperation operation) throws Exception {
        try {
            operation.advance(state, connection.connect());
            end = operation.advance(state, connection.connect());
        } catch (RemoteException e) {
            assertThat(e.kind()).as(e.getMessage()).isIn(Kind.THROTTLED, Kind.TRANSIENT);
            return;
        }
        lines.addAll(end.lines());
        if (end instanceof Progress.Waiting<TuningState, TuningResult> waiting) {
            state = waiting.state();
            end = null;
            if (waiting.pace() != Progress.Pace.NOW) {
                local.timeline().sleep(Duration.ofSeconds(5));
            }
        }
    }

    private long count(String operation) {
        return local.requests().stream()
                .filter(r -> r.operation().equals(operation) && r.status() == 200)
                .count();
    }
}
