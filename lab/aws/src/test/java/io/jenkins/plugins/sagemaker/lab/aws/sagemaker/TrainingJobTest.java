package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.FaultSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingJobTest {

    private final SageMakerLab lab = new SageMakerLab();

    private static List<String> transitions(JsonNode job) {
        List<String> statuses = new ArrayList<>();
        job.get("SecondaryStatusTransitions")
                .forEach(transition -> statuses.add(transition.get("Status").asText()));
        return statuses;
    }

    private JsonNode ended(ObjectNode request) {
        lab.call("CreateTrainingJob", request);
        lab.time.advanceSeconds(1200);
        return lab.job(request.get("TrainingJobName").asText());
    }

    private List<String> log(String job) {
        return lab.logs.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("/aws/sagemaker/TrainingJobs " + job + "/algo-1-"))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    @Test
    void goesThroughTheStatusesOfAws() {
        lab.call("CreateTrainingJob", SageMakerLab.training("digits"));
        JsonNode first = lab.job("digits");
        assertThat(first.get("TrainingJobStatus").asText()).isEqualTo("InProgress");
        assertThat(first.get("SecondaryStatus").asText()).isEqualTo("Starting");
        assertThat(first.at("/SecondaryStatusTransitions/0/StatusMessage").asText())
                .isEqualTo("Starting the training job");
        assertThat(first.has("TrainingStartTime")).isFalse();

        lab.time.advanceSeconds(50);
        assertThat(lab.job("digits")
                        .at("/SecondaryStatusTransitions/0/StatusMessage")
                        .asText())
                .isEqualTo("Preparing the instances for training");
        lab.time.advanceSeconds(20);
        assertThat(lab.job("digits").get("SecondaryStatus").asText()).isEqualTo("Downloading");

        lab.time.advanceSeconds(600);
        JsonNode job = lab.job("digits");
        assertThat(job.get("TrainingJobStatus").asText()).isEqualTo("Completed");
        assertThat(transitions(job)).containsExactly("Starting", "Downloading", "Training", "Uploading", "Completed");
        assertThat(job.get("TrainingEndTime").asDouble())
                .isGreaterThan(job.get("TrainingStartTime").asDouble());
        assertThat(job.get("TrainingTimeInSeconds").asInt()).isBetween(50, 120);
        assertThat(job.get("BillableTimeInSeconds")).isEqualTo(job.get("TrainingTimeInSeconds"));
        assertThat(job.get("TrainingJobArn").asText())
                .isEqualTo("arn:aws:sagemaker:eu-west-1:123456789012:training-job/digits");
    }

    private static ObjectNode idle(String name, String seconds) {
        ObjectNode request = SageMakerLab.training(name);
        ((ObjectNode) request.get("AlgorithmSpecification")).put("TrainingImage", "team/idle:1");
        request.putObject("HyperParameters").put("seconds", seconds);
        return request;
    }

    @Test
    void anIdleContainerEndsWithItsTime() {
        lab.call("CreateTrainingJob", idle("waiting", "2500"));
        lab.time.advanceSeconds(2500);
        assertThat(lab.job("waiting").get("SecondaryStatus").asText()).isEqualTo("Training");

        lab.time.advanceSeconds(120);

        assertThat(transitions(lab.job("waiting")))
                .containsExactly("Starting", "Downloading", "Training", "Uploading", "Completed");
        assertThat(log("waiting")).anyMatch(line -> line.endsWith("Idle for 2500 seconds."));
    }

    @Test
    void anIdleContainerCanBeStopped() {
        lab.call("CreateTrainingJob", idle("waiting", "2500"));
        lab.time.advanceSeconds(1000);
        lab.call("StopTrainingJob", SageMakerLab.json("{\"TrainingJobName\": \"waiting\"}"));

        lab.time.advanceSeconds(60);

        assertThat(lab.job("waiting").get("TrainingJobStatus").asText()).isEqualTo("Stopped");
        lab.time.advanceSeconds(2500);
        assertThat(lab.job("waiting").get("TrainingJobStatus").asText()).isEqualTo("Stopped");
    }

    @Test
    void anIdleContainerNeedsItsTime() {
        assertThat(ended(idle("waiting", "soon")).get("FailureReason").asText())
                .contains("The hyperparameter seconds must be a whole number, not: soon");
    }

    @Test
    void returnsWhatWasAsked() {
        ObjectNode request = SageMakerLab.training("kept");
        request.put("NoSuchMember", "ignored");
        request.set("Environment", SageMakerLab.json("{\"A\": \"1\"}"));
        request.putArray("Tags").addObject().put("Key", "team").put("Value", "ml");
        lab.call("CreateTrainingJob", request);
        JsonNode job = lab.job("kept");
        for (String member : List.of(
                "HyperParameters",
                "RoleArn",
                "InputDataConfig",
                "OutputDataConfig",
                "ResourceConfig",
                "StoppingCondition",
                "Environment")) {
            assertThat(job.get(member)).as(member).isEqualTo(request.get(member));
        }
        assertThat(job.has("NoSuchMember")).isFalse();
        assertThat(job.has("Tags")).isFalse();
        assertThat(lab.call("ListTags", "{\"ResourceArn\": " + job.get("TrainingJobArn") + "}")
                        .get("Tags"))
                .isEqualTo(request.get("Tags"));
    }

    @Test
    void putsTheModelAndTheMetricsWhereClientsLook() throws Exception {
        JsonNode job = ended(SageMakerLab.training("digits"));
        assertThat(job.at("/ModelArtifacts/S3ModelArtifacts").asText())
                .isEqualTo("s3://lab/models/digits/output/model.tar.gz");
        byte[] archive = lab.objects
                .get("lab", "models/digits/output/model.tar.gz")
                .orElseThrow()
                .content();
        assertThat(ModelArchive.unpack(archive)).containsKeys("model.tribuo", "model.json");

        List<String> names = new ArrayList<>();
        for (JsonNode metric : job.get("FinalMetricDataList")) {
            names.add(metric.get("MetricName").asText());
            if (metric.get("MetricName").asText().endsWith("accuracy")) {
                assertThat(metric.get("Value").asDouble()).isGreaterThan(0.9);
            }
            assertThat(metric.get("Timestamp").asDouble())
                    .isBetween(
                            job.get("TrainingStartTime").asDouble(),
                            job.get("TrainingEndTime").asDouble());
        }
        assertThat(names).contains("train:accuracy", "validation:accuracy", "validation:logloss");
    }

    @Test
    void logsLinesWhileItTrains() {
        lab.call("CreateTrainingJob", SageMakerLab.training("live"));
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < 130; i += 5) {
            lab.time.after(Duration.ofSeconds(i), () -> counts.add(log("live").size()));
        }
        lab.time.advanceSeconds(600);
        assertThat(counts.stream().distinct().toList()).hasSizeGreaterThan(3);
        assertThat(log("live"))
                .anyMatch(line -> line.matches("\\[01/02/2026 03:0\\d:\\d\\d INFO 1] Epoch\\[3] Train-accuracy=.*"));
    }

    @Test
    void hasOneStreamPerInstance() {
        ObjectNode request = SageMakerLab.training("three");
        ((ObjectNode) request.get("ResourceConfig")).put("InstanceCount", 3);
        ended(request);
        assertThat(lab.logs.keySet())
                .hasSize(3)
                .allMatch(stream -> stream.matches("/aws/sagemaker/TrainingJobs three/algo-[123]-\\d{10}"));
    }

    @Test
    void everyInstanceMayPrintALotAtOnce() {
        ObjectNode request = SageMakerLab.training("loud");
        ((ObjectNode) request.get("AlgorithmSpecification")).put("TrainingImage", "log-lines");
        ((ObjectNode) request.get("ResourceConfig")).put("InstanceCount", 3);
        request.putObject("HyperParameters").put("lines", "1200").put("seconds", "60");
        JsonNode job = ended(request);

        assertThat(job.get("TrainingJobStatus").asText()).isEqualTo("Completed");
        assertThat(lab.logs.values()).hasSize(3).allMatch(stream -> stream.size() == 1200);
    }

    @Test
    void collectsTheMetricsThatTheRequestDefines() {
        ObjectNode request = SageMakerLab.training("own");
        ObjectNode algorithm = (ObjectNode) request.get("AlgorithmSpecification");
        algorithm.put("TrainingImage", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/image-classification:mine");
        algorithm.putArray("MetricDefinitions").addObject().put("Name", "acc").put("Regex", "Train-accuracy=(\\S+)");
        JsonNode metrics = ended(request).get("FinalMetricDataList");
        assertThat(metrics).hasSize(1);
        assertThat(metrics.at("/0/MetricName").asText()).isEqualTo("acc");
        assertThat(metrics.at("/0/Value").asDouble()).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "40, false", "70, false", "110, true"})
    void stopsInEveryPhase(int seconds, boolean trained) {
        lab.call("CreateTrainingJob", SageMakerLab.training("halt"));
        String stop = "{\"TrainingJobName\": \"halt\"}";
        List<JsonNode> seen = new ArrayList<>();
        lab.time.after(Duration.ofSeconds(seconds), () -> {
            lab.call("StopTrainingJob", stop);
            seen.add(lab.job("halt"));
            lab.call("StopTrainingJob", stop);
        });
        lab.time.advanceSeconds(1200);

        assertThat(seen.get(0).get("TrainingJobStatus").asText()).isEqualTo("Stopping");
        assertThat(seen.get(0).get("SecondaryStatus").asText()).isEqualTo("Stopping");
        JsonNode job = lab.job("halt");
        assertThat(job.get("TrainingJobStatus").asText()).isEqualTo("Stopped");
        assertThat(job.get("SecondaryStatus").asText()).isEqualTo("Stopped");
        assertThat(transitions(job)).endsWith("Stopping", "Stopped").doesNotHaveDuplicates();
        assertThat(job.has("ModelArtifacts")).isEqualTo(trained);
        assertThat(job.has("FailureReason")).isFalse();
        assertThatThrownBy(() -> lab.tryCall("StopTrainingJob", stop))
                .hasMessage("The request was rejected because the training job is in status Stopped.");
    }

    @Test
    void endsAtItsLongestRuntime() {
        ObjectNode request = SageMakerLab.training("long");
        ((ObjectNode) request.get("HyperParameters")).put("epochs", "1000");
        ((ObjectNode) request.get("StoppingCondition")).put("MaxRuntimeInSeconds", 100);
        JsonNode job = ended(request);
        assertThat(job.get("TrainingJobStatus").asText()).isEqualTo("Stopped");
        assertThat(job.get("SecondaryStatus").asText()).isEqualTo("MaxRuntimeExceeded");
        assertThat(job.get("TrainingTimeInSeconds").asInt()).isBetween(100, 130);
        assertThat(job.at("/ModelArtifacts/S3ModelArtifacts").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /HyperParameters            | epochs        | 0       | ClientError: Hyperparameter 'epochs' is '0', but must be an integer of at least 1, exit code: 2
            /HyperParameters            | learning_rate | abc     | ClientError: Hyperparameter 'learning_rate' is 'abc'
            /HyperParameters            | num_classes   | 2       | gives class 2, but num_classes is 2
            /InputDataConfig/0          | ChannelName   | data    | ClientError: The channel 'train' is missing
            /InputDataConfig/0/DataSource/S3DataSource | S3Uri | s3://lab/nothing | ClientError: Data download failed:No S3 objects found under S3 URL "s3://lab/nothing"
            /InputDataConfig/0/DataSource/S3DataSource | S3Uri | s3://nobucket/x  | No S3 objects found under S3 URL "s3://nobucket/x"
            /AlgorithmSpecification     | TrainingImage | alpine  | ClientError: Cannot pull algorithm container.
            /OutputDataConfig           | S3OutputPath  | s3://nobucket/x | ClientError: Artifact upload failed:NoSuchBucket
            """)
    void failsWithTheReason(String path, String member, String value, String reason) {
        ObjectNode request = SageMakerLab.training("bad");
        ((ObjectNode) request.at(path)).put(member, value);
        JsonNode job = ended(request);
        assertThat(job.get("TrainingJobStatus").asText()).isEqualTo("Failed");
        assertThat(job.get("SecondaryStatus").asText()).isEqualTo("Failed");
        assertThat(job.get("FailureReason").asText()).contains(reason);
        assertThat(job.has("ModelArtifacts")).isFalse();
        if (reason.contains("Hyperparameter")) {
            assertThat(log("bad")).last().asString().contains("ERROR 1] ClientError: Hyperparameter");
        }
    }

    @Test
    void namesTheUnreadableImage() {
        lab.objects.put("lab", "data/train/1/broken.png", new byte[] {1, 2, 3}, Map.of());
        assertThat(ended(SageMakerLab.training("broken")).get("FailureReason").asText())
                .contains("Image train/1/broken.png cannot be read");
    }

    @Test
    void runsOutOfCapacity() {
        lab.faults = (kind, subject) -> kind.equals(FaultSource.CAPACITY) && subject.equals("ml.p2.xlarge");
        JsonNode job = ended(SageMakerLab.training("big"));
        assertThat(job.get("FailureReason").asText())
                .startsWith("CapacityError: Unable to provision requested ML compute capacity.");
        assertThat(job.has("TrainingTimeInSeconds")).isFalse();
    }

    /** A request for spot capacity that may take an hour. */
    private static ObjectNode spot(String name) {
        ObjectNode request = SageMakerLab.training(name).put("EnableManagedSpotTraining", true);
        ((ObjectNode) request.get("StoppingCondition")).put("MaxWaitTimeInSeconds", 3600);
        return request;
    }

    @Test
    void aSpotJobWaitsForCapacityUntilItsLongestWaitIsOver() {
        lab.faults = (kind, subject) -> kind.equals(FaultSource.CAPACITY);
        JsonNode waiting = ended(spot("spot"));
        assertThat(waiting.get("TrainingJobStatus").asText()).isEqualTo("InProgress");
        assertThat(waiting.at("/SecondaryStatusTransitions/0/StatusMessage").asText())
                .startsWith("Insufficient capacity error");

        lab.time.advanceSeconds(2500);
        JsonNode stopped = lab.job("spot");
        assertThat(stopped.get("TrainingJobStatus").asText()).isEqualTo("Stopped");
        assertThat(stopped.get("SecondaryStatus").asText()).isEqualTo("MaxWaitTimeExceeded");
        assertThat(transitions(stopped)).containsExactly("Starting", "Stopping", "MaxWaitTimeExceeded");
        assertThat(stopped.has("BillableTimeInSeconds")).isFalse();
    }

    @Test
    void aSpotJobThatLosesItsInstancesBeginsAgain() {
        var times = new AtomicInteger();
        lab.faults = (kind, subject) -> kind.equals(FaultSource.SPOT) && times.incrementAndGet() <= 2;
        ObjectNode request = spot("spot");
        ((ObjectNode) request.get("HyperParameters")).put("epochs", "10");
        JsonNode job = ended(request);

        assertThat(transitions(job))
                .containsExactly(
                        "Starting",
                        "Downloading",
                        "Training",
                        "Interrupted",
                        "Starting",
                        "Downloading",
                        "Training",
                        "Interrupted",
                        "Starting",
                        "Downloading",
                        "Training",
                        "Uploading",
                        "Completed");
        assertThat(job.get("TrainingJobStatus").asText()).isEqualTo("Completed");
        assertThat(job.at("/ModelArtifacts/S3ModelArtifacts").asText()).isNotEmpty();
        double whole = job.get("TrainingEndTime").asDouble()
                - job.get("TrainingStartTime").asDouble();
        assertThat(job.get("TrainingTimeInSeconds").asDouble())
                .as("without the waits for other instances")
                .isLessThan(whole - 200);
        assertThat(job.get("BillableTimeInSeconds").asInt())
                .isLessThan(job.get("TrainingTimeInSeconds").asInt());
        assertThat(log("spot").stream().filter(line -> line.contains("Epoch[0] Train-accuracy")))
                .as("nothing was kept")
                .hasSize(3);
    }

    @Test
    void aSpotJobWithCheckpointsGoesOnWhereItWas() {
        var times = new AtomicInteger();
        lab.faults = (kind, subject) -> kind.equals(FaultSource.SPOT) && times.incrementAndGet() <= 2;
        ObjectNode request = spot("spot");
        ((ObjectNode) request.get("HyperParameters")).put("epochs", "10");
        request.putObject("CheckpointConfig").put("S3Uri", "s3://lab/checkpoints/spot");
        JsonNode job = ended(request);

        assertThat(job.get("TrainingJobStatus").asText()).isEqualTo("Completed");
        assertThat(transitions(job).stream().filter("Interrupted"::equals)).hasSize(2);
        for (int epoch = 0; epoch < 10; epoch++) {
            String line = "Epoch[" + epoch + "] Train-accuracy";
            assertThat(log("spot").stream().filter(text -> text.contains(line)))
                    .as(line)
                    .hasSize(1);
        }
        assertThat(lab.objects.list("lab", "checkpoints/spot/")).hasSize(1);
    }

    @Test
    void aLearnerWithoutCheckpointsIsInterruptedAllTheSame() {
        var times = new AtomicInteger();
        lab.faults = (kind, subject) -> kind.equals(FaultSource.SPOT) && times.incrementAndGet() <= 1;
        ObjectNode request = spot("spot");
        ((ObjectNode) request.get("AlgorithmSpecification")).put("TrainingImage", "log-lines");
        request.putObject("HyperParameters").put("lines", "60000").put("seconds", "60");
        request.putObject("CheckpointConfig").put("S3Uri", "s3://lab/checkpoints/spot");

        assertThat(transitions(ended(request))).containsOnlyOnce("Interrupted").endsWith("Uploading", "Completed");
    }

    @Test
    void aSpotJobThatIsStoppedWhileItWaitsHasNoArtifact() {
        lab.faults = (kind, subject) -> kind.equals(FaultSource.SPOT);
        ObjectNode request = spot("spot");
        ((ObjectNode) request.get("HyperParameters")).put("epochs", "100");
        List<String> seen = new ArrayList<>();
        lab.time.after(Duration.ofSeconds(170), () -> {
            seen.add(lab.job("spot").get("SecondaryStatus").asText());
            lab.call("StopTrainingJob", "{\"TrainingJobName\": \"spot\"}");
        });
        JsonNode job = ended(request);

        assertThat(seen).containsExactly("Interrupted");
        assertThat(transitions(job)).endsWith("Interrupted", "Stopping", "Stopped");
        assertThat(job.has("ModelArtifacts")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"false, ml.p2.xlarge for training job usage", "true, ml.p2.xlarge for spot training job usage"})
    void refusesWhatTheQuotaDoesNotHave(boolean spot, String quota) throws Exception {
        lab.faults = (kind, subject) -> kind.equals(FaultSource.QUOTA) && subject.equals("ml.p2.xlarge");
        ObjectNode request = SageMakerLab.training("big").put("EnableManagedSpotTraining", spot);
        if (spot) {
            ((ObjectNode) request.get("StoppingCondition")).put("MaxWaitTimeInSeconds", 3600);
        }
        assertThatThrownBy(() -> lab.tryCall("CreateTrainingJob", request))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("ResourceLimitExceeded"))
                .hasMessageStartingWith("The account-level service limit '" + quota + "' is 0 Instances, with current"
                        + " utilization of 0 Instances and a request delta of 1 Instances.");

        ((ObjectNode) request.get("ResourceConfig")).put("InstanceType", "ml.m5.xlarge");
        assertThat(lab.tryCall("CreateTrainingJob", request).has("TrainingJobArn"))
                .isTrue();
    }

    @Test
    void tellsThatTheMemoryWasFull() {
        lab.faults = (kind, subject) -> kind.equals(FaultSource.MEMORY) && subject.equals("huge");
        assertThat(ended(SageMakerLab.training("huge")).get("FailureReason").asText())
                .startsWith("ClientError: Please use an instance type with more memory")
                .endsWith(", exit code: 137");
    }

    @Test
    void spotIsCheaper() {
        JsonNode job = ended(spot("spot"));
        assertThat(job.get("BillableTimeInSeconds").asInt())
                .isLessThan(job.get("TrainingTimeInSeconds").asInt() / 2);
    }

    @Test
    void reportsAContainerThatDies() {
        lab.faults = (kind, subject) -> kind.equals(FaultSource.CONTAINER) && subject.equals("victim");
        assertThat(ended(SageMakerLab.training("victim")).get("FailureReason").asText())
                .isEqualTo("AlgorithmError: The container was killed, exit code: 1");
    }

    @Test
    void leavesTheModelUncompressedIfAsked() {
        ObjectNode request = SageMakerLab.training("plain");
        ((ObjectNode) request.get("OutputDataConfig")).put("CompressionType", "NONE");
        assertThat(ended(request).at("/ModelArtifacts/S3ModelArtifacts").asText())
                .isEqualTo("s3://lab/models/plain/output/model/");
        assertThat(lab.objects.get("lab", "models/plain/output/model/model.json"))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "data/train/0/1.png, data/train/, 0/1.png",
        "data/train/0/1.png, data/train, 0/1.png",
        "data/train/0/1.png, data/tr, train/0/1.png",
        "data/train.csv, data/train.csv, train.csv",
        "train.csv, '', train.csv"
    })
    void findsFilesBelowTheChannelsFolder(String key, String prefix, String path) {
        assertThat(InputChannels.path(key, prefix)).isEqualTo(path);
    }
}
