package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.lab.aws.Clients;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.AlgorithmSpecification;
import software.amazon.awssdk.services.sagemaker.model.Channel;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.MetricData;
import software.amazon.awssdk.services.sagemaker.model.MetricDefinition;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatusTransition;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

/** Programs that requests bring along run as processes, as in SageMaker's containers. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The programs are shell scripts.")
class UserProgramTest {

    private static final String IMAGE =
            "763104351884.dkr.ecr.eu-central-1.amazonaws.com/pytorch-training:2.3-cpu-py311";

    private final LocalAws aws = LocalAws.builder().speed(200).programs(true).start();
    private final Clients clients = Clients.of(aws);
    private final SageMakerClient sageMaker = clients.sageMaker();

    @BeforeEach
    void createBucket() {
        aws.objects().createBucket("123456789012", "eu-central-1", "lab");
        put("data/train/a.csv", "1,2\n");
    }

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    private void put(String key, String text) {
        aws.objects().put("lab", key, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** A script in the archive that script mode takes. */
    private static Consumer<CreateTrainingJobRequest.Builder> script(String name, Map<String, String> hyperparameters) {
        Map<String, String> all = new LinkedHashMap<>(hyperparameters);
        all.put("sagemaker_program", "\"" + name + "\"");
        all.put("sagemaker_submit_directory", "\"s3://lab/code/sourcedir.tar.gz\"");
        return request -> request.hyperParameters(all);
    }

    private void source(String name, String text) throws IOException {
        byte[] archive = ModelArchive.pack(Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
        aws.objects().put("lab", "code/sourcedir.tar.gz", archive, Map.of());
    }

    /** A program of a channel, as the entry point of the container. */
    private Consumer<CreateTrainingJobRequest.Builder> entryPoint(String text) {
        put("code/train.sh", text);
        return request -> request.algorithmSpecification(algorithm("own-image", List.of()).toBuilder()
                        .containerEntrypoint("sh", "/opt/ml/input/data/code/train.sh")
                        .containerArguments("--from", "arguments")
                        .build())
                .inputDataConfig(channel("train", "data/train"), channel("code", "code/train.sh"));
    }

    private static AlgorithmSpecification algorithm(String image, List<MetricDefinition> metrics) {
        return AlgorithmSpecification.builder()
                .trainingImage(image)
                .trainingInputMode("File")
                .metricDefinitions(metrics)
                .build();
    }

    private static Channel channel(String name, String prefix) {
        return Channel.builder()
                .channelName(name)
                .contentType("text/csv")
                .dataSource(d -> d.s3DataSource(s -> s.s3DataType("S3Prefix").s3Uri("s3://lab/" + prefix)))
                .build();
    }

    private void create(String job, Consumer<CreateTrainingJobRequest.Builder> further) {
        sageMaker.createTrainingJob(request -> {
            request.trainingJobName(job)
                    .roleArn("arn:aws:iam::123456789012:role/Training")
                    .algorithmSpecification(algorithm(
                            IMAGE,
                            List.of(MetricDefinition.builder()
                                    .name("loss")
                                    .regex("loss=([0-9.]+)")
                                    .build())))
                    .inputDataConfig(channel("train", "data/train"))
                    .outputDataConfig(o -> o.s3OutputPath("s3://lab/models"))
                    .resourceConfig(
                            r -> r.instanceType("ml.m5.large").instanceCount(1).volumeSizeInGB(10))
                    .stoppingCondition(s -> s.maxRuntimeInSeconds(36000));
            further.accept(request);
        });
    }

    private DescribeTrainingJobResponse describe(String job) {
        return sageMaker.describeTrainingJob(r -> r.trainingJobName(job));
    }

    private DescribeTrainingJobResponse ended(String job) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> List.of(TrainingJobStatus.COMPLETED, TrainingJobStatus.FAILED, TrainingJobStatus.STOPPED)
                        .contains(describe(job).trainingJobStatus()));
        return describe(job);
    }

    private List<String> log(String stream) {
        try (var logs = clients.logs()) {
            return logs
                    .filterLogEventsPaginator(
                            f -> f.logGroupName("/aws/sagemaker/TrainingJobs").logStreamNamePrefix(stream))
                    .events()
                    .stream()
                    .map(FilteredLogEvent::message)
                    .toList();
        }
    }

    private Map<String, String> archive(String key) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        ModelArchive.unpack(aws.objects().get("lab", key).orElseThrow().content())
                .forEach((path, content) -> texts.put(path, new String(content, StandardCharsets.UTF_8)));
        return texts;
    }

    @Test
    void scriptModeRunsTheScriptWithItsArgumentsAndEnvironment() throws Exception {
        source("train.sh", """
                echo "arguments: $@"
                echo "loss=0.5"
                echo "loss=0.25" >&2
                cp "$SM_CHANNEL_TRAIN/a.csv" "$SM_MODEL_DIR/weights.csv"
                mkdir -p "$SM_OUTPUT_DATA_DIR/plots"
                echo "$SM_HPS|$SM_CURRENT_HOST|$SM_HOSTS|$SM_NUM_GPUS|$SM_CURRENT_INSTANCE_TYPE|$TEAM|$AWS_REGION" > "$SM_OUTPUT_DATA_DIR/plots/env.txt"
                cat "$SM_INPUT_CONFIG_DIR/hyperparameters.json"
                """);
        create(
                "script",
                script("train.sh", Map.of("epochs", "3", "optimizer", "\"adam\""))
                        .andThen(r -> r.environment(Map.of("TEAM", "vision"))));

        DescribeTrainingJobResponse job = ended("script");
        assertThat(job.failureReason()).isNull();
        assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.COMPLETED);
        assertThat(job.modelArtifacts().s3ModelArtifacts()).isEqualTo("s3://lab/models/script/output/model.tar.gz");
        assertThat(archive("models/script/output/model.tar.gz")).containsExactly(Map.entry("weights.csv", "1,2\n"));
        assertThat(archive("models/script/output/output.tar.gz"))
                .containsEntry(
                        "plots/env.txt",
                        "{\"epochs\":\"3\",\"optimizer\":\"adam\"}|algo-1|[\"algo-1\"]|0|ml.m5.large|vision|eu-central-1\n");
        assertThat(job.finalMetricDataList())
                .singleElement()
                .extracting(MetricData::value)
                .isEqualTo(0.25f);
        assertThat(log("script/algo-1"))
                .contains("sh train.sh --epochs 3 --optimizer adam", "arguments: --epochs 3 --optimizer adam")
                .anyMatch(line -> line.contains("\"sagemaker_program\":\"\\\"train.sh\\\"\""));
    }

    @Test
    void aProgramOfItsOwnFindsItsFilesBelowItsOptMl() {
        create("own", entryPoint("""
                echo "$@"
                ls "$LAB_OPT_ML/input/data" "$LAB_OPT_ML/input/config"
                echo done > "$LAB_OPT_ML/model/m"
                """));

        assertThat(ended("own").trainingJobStatus()).isEqualTo(TrainingJobStatus.COMPLETED);
        assertThat(log("own/"))
                .contains(
                        "--from arguments",
                        "code",
                        "train",
                        "hyperparameters.json",
                        "inputdataconfig.json",
                        "resourceconfig.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exit 3                                                     | AlgorithmError: , exit code: 3
            echo 'no data' > $SM_OUTPUT_DIR/failure; exit 1            | AlgorithmError: no data, exit code: 1
            kill -9 $$                                                 | AlgorithmError: , exit code: 137
            """)
    void theExitCodeAndTheFailureFileAreTheReason(String text, String reason) {
        create("bad", entryPoint(text + "\n"));

        DescribeTrainingJobResponse job = ended("bad");
        assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.FAILED);
        assertThat(job.failureReason()).isEqualTo(reason);
    }

    @Test
    void aScriptThatFailsIsQuotedAsTheToolkitDoes() throws Exception {
        source("train.sh", "echo 'ValueError: no such optimizer' >&2\nexit 1\n");
        create("quoted", script("train.sh", Map.of("optimizer", "x")));

        assertThat(ended("quoted").failureReason())
                .startsWith("AlgorithmError: ExecuteUserScriptError:\nExitCode 1\nErrorMessage \"")
                .contains("ValueError: no such optimizer")
                .endsWith("Command \"sh train.sh --optimizer x\", exit code: 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            train.sh   | other.sh   | ClientError: The archive s3://lab/code/sourcedir.tar.gz has no other.sh, exit code: 2
            train      | train      | ClientError: The program
            """)
    void aProgramThatCannotBeRunIsTold(String name, String asked, String reason) throws Exception {
        source(name, "#!/no/such/interpreter\n");
        create("none", script(asked, Map.of()));

        assertThat(ended("none").failureReason()).startsWith(reason);
    }

    @Test
    void aFileWithAnInterpreterOfItsOwnIsRunAsItIs() throws Exception {
        source("train", "#!/bin/sh\necho \"I am $0 $1\" > $SM_MODEL_DIR/who\n");
        create("shebang", script("train", Map.of("x", "1")));

        assertThat(ended("shebang").trainingJobStatus()).isEqualTo(TrainingJobStatus.COMPLETED);
        assertThat(archive("models/shebang/output/model.tar.gz").get("who")).endsWith("/code/train -x\n");
    }

    @Test
    void everyInstanceRunsTheProgramAndTheFirstFailureStopsAll(@TempDir Path meeting) {
        create(
                "many",
                entryPoint("""
                echo "hello from $SM_CURRENT_HOST"
                touch %1$s/$SM_CURRENT_HOST
                if [ $SM_CURRENT_HOST = algo-2 ]; then
                  while [ ! -e %1$s/algo-1 -o ! -e %1$s/algo-3 ]; do sleep 0.1; done
                  echo broken > $SM_OUTPUT_DIR/failure; exit 4
                fi
                exec sleep 600
                """.formatted(meeting))
                        .andThen(r -> r.resourceConfig(c ->
                                c.instanceType("ml.m5.large").instanceCount(3).volumeSizeInGB(10))));

        assertThat(ended("many").failureReason()).isEqualTo("AlgorithmError: broken, exit code: 4");
        for (int i = 1; i <= 3; i++) {
            assertThat(log("many/algo-" + i)).contains("hello from algo-" + i);
        }
    }

    @Test
    void aStoppedProgramMaySaveWhatItHas() {
        create("halt", entryPoint("""
                trap 'echo saved > $SM_MODEL_DIR/m; exit 0' TERM
                echo ready
                while true; do sleep 0.1; done
                """));
        Awaitility.await()
                .ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> log("halt/").contains("ready"));
        sageMaker.stopTrainingJob(s -> s.trainingJobName("halt"));

        DescribeTrainingJobResponse job = ended("halt");
        assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.STOPPED);
        assertThat(job.modelArtifacts().s3ModelArtifacts()).endsWith("/halt/output/model.tar.gz");
    }

    @Test
    void aProgramThatDoesNotListenIsKilledAtItsLongestRuntime() {
        create(
                "deaf",
                entryPoint("trap '' TERM\necho ready\nwhile true; do sleep 0.1; done\n")
                        .andThen(r -> r.stoppingCondition(s -> s.maxRuntimeInSeconds(200))));

        DescribeTrainingJobResponse job = ended("deaf");
        assertThat(job.secondaryStatusAsString()).isEqualTo("MaxRuntimeExceeded");
        assertThat(job.trainingTimeInSeconds()).isGreaterThanOrEqualTo(320);
    }

    @Test
    void checkpointsOutliveTheInstancesOfASpotJob() {
        aws.faults(Faults.parse("spot=1"));
        create(
                "spot",
                entryPoint("""
                saved=$SM_CHECKPOINT_DIR/epoch
                epoch=0
                if [ -f $saved ]; then epoch=$(cat $saved); fi
                echo "starting at $epoch"
                while [ $epoch -lt 5 ]; do
                  epoch=$((epoch + 1)); echo $epoch > $saved.new; mv $saved.new $saved; echo "epoch $epoch"; sleep 0.5
                done
                cp $saved $SM_MODEL_DIR/
                """)
                        .andThen(r -> r.enableManagedSpotTraining(true)
                                .stoppingCondition(
                                        s -> s.maxRuntimeInSeconds(36000).maxWaitTimeInSeconds(72000))
                                .checkpointConfig(c -> c.s3Uri("s3://lab/checkpoints/spot"))));

        DescribeTrainingJobResponse job = ended("spot");
        assertThat(job.failureReason()).isNull();
        assertThat(job.secondaryStatusTransitions())
                .extracting(SecondaryStatusTransition::statusAsString)
                .containsExactly(
                        "Starting",
                        "Downloading",
                        "Training",
                        "Interrupted",
                        "Starting",
                        "Downloading",
                        "Training",
                        "Uploading",
                        "Completed");
        List<String> starts = log("spot/").stream()
                .filter(line -> line.startsWith("starting at"))
                .toList();
        assertThat(starts).hasSize(2).startsWith("starting at 0").doesNotHaveDuplicates();
        assertThat(aws.objects()
                        .get("lab", "checkpoints/spot/epoch")
                        .orElseThrow()
                        .content())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("5\n");
    }

    @Test
    void nothingRunsUnlessItIsAllowed() {
        try (var careful = LocalAws.builder().speed(500).start();
                var others = Clients.of(careful);
                var client = others.sageMaker()) {
            careful.objects().createBucket("123456789012", "eu-central-1", "lab");
            client.createTrainingJob(request -> request.trainingJobName("no")
                    .roleArn("arn:aws:iam::123456789012:role/Training")
                    .algorithmSpecification(a -> a.trainingImage("own-image")
                            .trainingInputMode("File")
                            .containerEntrypoint("sh", "-c", "exit 0"))
                    .outputDataConfig(o -> o.s3OutputPath("s3://lab/models"))
                    .resourceConfig(
                            r -> r.instanceType("ml.m5.large").instanceCount(1).volumeSizeInGB(10))
                    .stoppingCondition(s -> s.maxRuntimeInSeconds(3600)));
            Awaitility.await()
                    .until(() -> client.describeTrainingJob(d -> d.trainingJobName("no"))
                                    .trainingJobStatus()
                            == TrainingJobStatus.FAILED);
            assertThat(client.describeTrainingJob(d -> d.trainingJobName("no")).failureReason())
                    .contains("runs no programs of requests", "--programs");
        }
    }
}
