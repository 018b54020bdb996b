package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import static io.jenkins.plugins.sagemaker.lab.aws.sagemaker.SageMakerLab.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.FaultSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Tuning jobs that really train. */
class TuningJobTest {

    private final SageMakerLab lab = new SageMakerLab();

    /** Tunes the training of {@link SageMakerLab#training}. */
    static ObjectNode tuning(String name, String strategy, int jobs, int atOnce) {
        ObjectNode training = SageMakerLab.training("any");
        ObjectNode request = json("""
                {
                  "HyperParameterTuningJobName": "%s",
                  "HyperParameterTuningJobConfig": {
                    "Strategy": "%s",
                    "HyperParameterTuningJobObjective": {"Type": "Maximize", "MetricName": "validation:accuracy"},
                    "ResourceLimits": {"MaxNumberOfTrainingJobs": %d, "MaxParallelTrainingJobs": %d},
                    "ParameterRanges": {"ContinuousParameterRanges":
                      [{"Name": "learning_rate", "MinValue": "0.0001", "MaxValue": "0.5", "ScalingType": "Logarithmic"}]}
                  },
                  "Tags": [{"Key": "team", "Value": "digits"}]
                }
                """.formatted(name, strategy, jobs, atOnce));
        training.remove("TrainingJobName");
        training.set("StaticHyperParameters", training.remove("HyperParameters"));
        request.set("TrainingJobDefinition", training);
        return request;
    }

    static ObjectNode config(ObjectNode request) {
        return (ObjectNode) request.get("HyperParameterTuningJobConfig");
    }

    private JsonNode describe(String name) {
        return lab.call("DescribeHyperParameterTuningJob", named(name));
    }

    static ObjectNode named(String name) {
        return json("{\"HyperParameterTuningJobName\": \"" + name + "\"}");
    }

    private List<JsonNode> jobs(String name) {
        JsonNode listed = lab.call(
                "ListTrainingJobsForHyperParameterTuningJob", named(name).put("MaxResults", 100));
        return StreamSupport.stream(listed.get("TrainingJobSummaries").spliterator(), false)
                .toList();
    }

    private JsonNode tuned(ObjectNode request) {
        lab.call("CreateHyperParameterTuningJob", request);
        lab.time.advanceSeconds(7200);
        return describe(request.get("HyperParameterTuningJobName").asText());
    }

    @Test
    void trainsWithOtherValuesAndNamesTheBest() {
        JsonNode job = tuned(tuning("digits", "Bayesian", 6, 2));

        assertThat(job.get("HyperParameterTuningJobStatus").asText()).isEqualTo("Completed");
        assertThat(job.at("/TrainingJobStatusCounters/Completed").asInt()).isEqualTo(6);
        assertThat(job.at("/ObjectiveStatusCounters/Succeeded").asInt()).isEqualTo(6);
        assertThat(job.has("Tags")).isFalse();
        List<JsonNode> jobs = jobs("digits");
        assertThat(jobs)
                .extracting(one -> one.get("TrainingJobName").asText())
                .allMatch(name -> name.matches("digits-00[1-6]-[0-9a-f]{8}"));
        assertThat(jobs)
                .extracting(one -> one.at("/TunedHyperParameters/learning_rate").asDouble())
                .doesNotHaveDuplicates()
                .allMatch(rate -> rate >= 0.0001 && rate <= 0.5);
        double best = jobs.stream().mapToDouble(TuningJobTest::objective).max().orElseThrow();
        assertThat(objective(job.get("BestTrainingJob"))).isEqualTo(best).isGreaterThan(0.9);
        assertThat(jobs.stream()
                        .mapToDouble(TuningJobTest::objective)
                        .distinct()
                        .count())
                .as("some values are better than others")
                .isGreaterThan(1);
    }

    private static double objective(JsonNode summary) {
        return summary.at("/FinalHyperParameterTuningJobObjectiveMetric/Value").asDouble();
    }

    @Test
    void itsTrainingJobsAreOrdinaryOnes() {
        JsonNode tuning = tuned(tuning("digits", "Random", 1, 1));
        JsonNode job = lab.job(tuning.at("/BestTrainingJob/TrainingJobName").asText());

        assertThat(job.get("TuningJobArn")).isEqualTo(tuning.get("HyperParameterTuningJobArn"));
        assertThat(job.at("/HyperParameters/epochs").asText()).isEqualTo("4");
        assertThat(job.at("/HyperParameters/learning_rate").asText())
                .isEqualTo(tuning.at("/BestTrainingJob/TunedHyperParameters/learning_rate")
                        .asText());
        assertThat(job.at("/HyperParameters/_tuning_objective_metric").asText()).isEqualTo("validation:accuracy");
        assertThat(job.at("/ModelArtifacts/S3ModelArtifacts").asText()).startsWith("s3://lab/models/digits-001-");
        assertThat(lab.call("ListTags", json("{\"ResourceArn\": " + job.get("TrainingJobArn") + "}"))
                        .at("/Tags/0/Key")
                        .asText())
                .isEqualTo("team");
    }

    @Test
    void neverRunsMoreAtOnceThanAllowed() {
        lab.call("CreateHyperParameterTuningJob", tuning("digits", "Random", 5, 2));
        for (int i = 0; i < 200; i++) {
            lab.time.advanceSeconds(10);
            assertThat(describe("digits")
                            .at("/TrainingJobStatusCounters/InProgress")
                            .asInt())
                    .isLessThanOrEqualTo(2);
        }

        assertThat(jobs("digits")).hasSize(5);
    }

    @Test
    void aGridTriesEveryCombination() {
        ObjectNode request = tuning("digits", "Grid", 4, 4);
        config(request).set("ParameterRanges", json("""
                {"CategoricalParameterRanges": [{"Name": "optimizer", "Values": ["sgd", "adam"]},
                 {"Name": "mini_batch_size", "Values": ["10", "30"]}]}
                """));
        ((ObjectNode) config(request).get("ResourceLimits")).remove("MaxNumberOfTrainingJobs");
        tuned(request);

        assertThat(jobs("digits"))
                .extracting(one -> one.get("TunedHyperParameters").toString())
                .containsExactly(
                        "{\"optimizer\":\"sgd\",\"mini_batch_size\":\"10\"}",
                        "{\"optimizer\":\"sgd\",\"mini_batch_size\":\"30\"}",
                        "{\"optimizer\":\"adam\",\"mini_batch_size\":\"10\"}",
                        "{\"optimizer\":\"adam\",\"mini_batch_size\":\"30\"}");
    }

    @Test
    void hyperbandStopsMostJobsBeforeTheirLastEpoch() {
        ObjectNode request = tuning("digits", "Hyperband", 6, 2);
        config(request)
                .set("StrategyConfig", json("{\"HyperbandStrategyConfig\": {\"MinResource\": 1, \"MaxResource\": 9}}"));
        ((ObjectNode) request.at("/TrainingJobDefinition/StaticHyperParameters")).put("epochs", "20");
        JsonNode job = tuned(request);

        assertThat(job.get("HyperParameterTuningJobStatus").asText()).isEqualTo("Completed");
        assertThat(job.at("/TrainingJobStatusCounters/Stopped").asInt()).isEqualTo(6);
        assertThat(job.has("BestTrainingJob")).isTrue();
    }

    @Test
    void aTargetThatIsReachedEndsIt() {
        ObjectNode request = tuning("digits", "Random", 20, 1);
        config(request).set("TuningJobCompletionCriteria", json("{\"TargetObjectiveMetricValue\": 0.5}"));
        JsonNode job = tuned(request);

        assertThat(job.get("HyperParameterTuningJobStatus").asText()).isEqualTo("Completed");
        assertThat(jobs("digits")).hasSizeLessThan(20);
        assertThat(objective(job.get("BestTrainingJob"))).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void resultsThatNoLongerImproveEndIt() {
        ObjectNode request = tuning("digits", "Random", 50, 1);
        config(request)
                .set(
                        "TuningJobCompletionCriteria",
                        json("{\"BestObjectiveNotImproving\": {\"MaxNumberOfTrainingJobsNotImproving\": 3}}"));
        lab.call("CreateHyperParameterTuningJob", request);
        lab.time.advanceSeconds(20_000);

        assertThat(jobs("digits")).hasSizeBetween(4, 49);
        assertThat(describe("digits")
                        .at("/TuningJobCompletionDetails/NumberOfTrainingJobsObjectiveNotImproving")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void itsLongestRuntimeEndsIt() {
        ObjectNode request = tuning("digits", "Random", 50, 1);
        ((ObjectNode) config(request).get("ResourceLimits")).put("MaxRuntimeInSeconds", 500);
        JsonNode job = tuned(request);

        assertThat(job.get("HyperParameterTuningJobStatus").asText()).isEqualTo("Completed");
        assertThat(job.at("/ConsumedResources/RuntimeInSeconds").asInt()).isBetween(500, 600);
    }

    @Test
    void stoppingItStopsItsTrainingJobs() {
        lab.call("CreateHyperParameterTuningJob", tuning("digits", "Random", 9, 3));
        lab.time.advanceSeconds(100);
        lab.call("StopHyperParameterTuningJob", named("digits"));
        assertThat(describe("digits").get("HyperParameterTuningJobStatus").asText())
                .isEqualTo("Stopping");
        lab.call("StopHyperParameterTuningJob", named("digits"));
        lab.time.advanceSeconds(100);

        assertThat(describe("digits").get("HyperParameterTuningJobStatus").asText())
                .isEqualTo("Stopped");
        assertThat(jobs("digits"))
                .hasSize(3)
                .allMatch(one -> one.get("TrainingJobStatus").asText().equals("Stopped"));
        assertThatThrownBy(() -> lab.tryCall("StopHyperParameterTuningJob", named("digits")))
                .isInstanceOf(AwsError.class)
                .hasMessageContaining("is in status Stopped");
    }

    @Test
    void failuresWithoutASuccessFailIt() {
        lab.faults = (kind, subject) -> kind == FaultSource.CONTAINER;
        JsonNode job = tuned(tuning("digits", "Random", 20, 2));

        assertThat(job.get("HyperParameterTuningJobStatus").asText()).isEqualTo("Failed");
        assertThat(job.get("FailureReason").asText()).startsWith("No training job succeeded after ");
        assertThat(job.at("/TrainingJobStatusCounters/NonRetryableError").asInt())
                .isBetween(5, 6);
        assertThat(jobs("digits").get(0).get("FailureReason").asText()).contains("The container was killed");
    }

    @Test
    void aMetricThatNeverComesFailsIt() {
        ObjectNode request = tuning("digits", "Random", 2, 2);
        ObjectNode definition = (ObjectNode) request.get("TrainingJobDefinition");
        ((ObjectNode) definition.get("AlgorithmSpecification"))
                .put("TrainingImage", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/my-image-classification:1")
                .putArray("MetricDefinitions")
                .addObject()
                .put("Name", "validation:accuracy")
                .put("Regex", "no such line (.*)");
        JsonNode job = tuned(request);

        assertThat(job.get("FailureReason").asText())
                .startsWith("No objective metrics found after running 2 training jobs.");
        assertThat(job.at("/ObjectiveStatusCounters/Failed").asInt()).isEqualTo(2);
    }

    @Test
    void aWarmStartKnowsItsParentsBest() {
        JsonNode parent = tuned(tuning("parent", "Random", 4, 4));
        ObjectNode request = tuning("child", "Bayesian", 1, 1);
        request.set("WarmStartConfig", json("""
                {"ParentHyperParameterTuningJobs": [{"HyperParameterTuningJobName": "parent"}],
                 "WarmStartType": "IdenticalDataAndAlgorithm"}
                """));
        JsonNode child = tuned(request);

        double best = Math.max(objective(parent.get("BestTrainingJob")), objective(child.get("BestTrainingJob")));
        assertThat(objective(child.get("OverallBestTrainingJob"))).isEqualTo(best);
    }

    @Test
    void severalDefinitionsTakeTurns() {
        ObjectNode request = tuning("digits", "Random", 4, 2);
        ObjectNode definition = (ObjectNode) request.remove("TrainingJobDefinition");
        definition.set("TuningObjective", config(request).remove("HyperParameterTuningJobObjective"));
        definition.set("HyperParameterRanges", config(request).remove("ParameterRanges"));
        ObjectNode other = definition.deepCopy().put("DefinitionName", "second");
        request.putArray("TrainingJobDefinitions")
                .add(definition.put("DefinitionName", "first"))
                .add(other);
        tuned(request);

        assertThat(jobs("digits"))
                .extracting(one -> one.get("TrainingJobDefinitionName").asText())
                .containsExactly("first", "second", "first", "second");
    }

    @Test
    void autotuneSearchesAroundItsHints() {
        ObjectNode request = tuning("digits", "Bayesian", 3, 3);
        request.set("Autotune", json("{\"Mode\": \"Enabled\"}"));
        config(request).set("ParameterRanges", json("""
                {"AutoParameters": [{"Name": "learning_rate", "ValueHint": "0.1"}, {"Name": "mini_batch_size", "ValueHint": "20"},
                 {"Name": "optimizer", "ValueHint": "sgd"}]}
                """));
        tuned(request);

        assertThat(jobs("digits")).hasSize(3).allSatisfy(one -> {
            assertThat(one.at("/TunedHyperParameters/learning_rate").asDouble()).isBetween(0.01, 1.0);
            assertThat(one.at("/TunedHyperParameters/mini_batch_size").asInt()).isBetween(5, 80);
            assertThat(one.at("/TunedHyperParameters/optimizer").asText()).isEqualTo("sgd");
        });
    }

    @Test
    void listsTuningJobsByNameAndTheirTrainingJobsByObjective() {
        lab.call("CreateHyperParameterTuningJob", tuning("b", "Random", 3, 3));
        tuned(tuning("a", "Random", 1, 1));

        JsonNode tuning = lab.call("ListHyperParameterTuningJobs", json("{\"StatusEquals\": \"Completed\"}"));
        JsonNode training = lab.call(
                "ListTrainingJobsForHyperParameterTuningJob",
                named("b").put("SortBy", "FinalObjectiveMetricValue").put("SortOrder", "Descending"));

        assertThat(tuning.at("/HyperParameterTuningJobSummaries"))
                .extracting(one -> one.get("HyperParameterTuningJobName").asText())
                .containsExactly("a", "b");
        assertThat(training.at("/TrainingJobSummaries"))
                .extracting(TuningJobTest::objective)
                .hasSize(3)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }
}
