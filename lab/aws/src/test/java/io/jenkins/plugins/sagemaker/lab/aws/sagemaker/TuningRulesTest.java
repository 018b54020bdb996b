package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import static io.jenkins.plugins.sagemaker.lab.aws.sagemaker.SageMakerLab.json;
import static io.jenkins.plugins.sagemaker.lab.aws.sagemaker.TuningJobTest.config;
import static io.jenkins.plugins.sagemaker.lab.aws.sagemaker.TuningJobTest.named;
import static io.jenkins.plugins.sagemaker.lab.aws.sagemaker.TuningJobTest.tuning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuningRulesTest {

    private final SageMakerLab lab = new SageMakerLab();

    private void refused(ObjectNode request, String code, String message) {
        assertThatThrownBy(() -> lab.tryCall("CreateHyperParameterTuningJob", request))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }

    private static ObjectNode ranges(String ranges) {
        ObjectNode request = tuning("digits", "Random", 2, 1);
        config(request).set("ParameterRanges", json(ranges));
        return request;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"ContinuousParameterRanges": [{"Name": "eta", "MinValue": "1", "MaxValue": "0"}]} | MinValue 1 is greater than MaxValue 0
            {"ContinuousParameterRanges": [{"Name": "eta", "MinValue": "low", "MaxValue": "0"}]} | low' is not a number
            {"IntegerParameterRanges": [{"Name": "n", "MinValue": "0.5", "MaxValue": "1"}]} | 0.5' is not an integer
            {"ContinuousParameterRanges": [{"Name": "eta", "MinValue": "0", "MaxValue": "1", "ScalingType": "Logarithmic"}]} | greater than 0
            {"ContinuousParameterRanges": [{"Name": "eta", "MinValue": "0", "MaxValue": "1", "ScalingType": "ReverseLogarithmic"}]} | 0 <= x < 1.0
            {"ContinuousParameterRanges": [{"Name": "epochs", "MinValue": "0", "MaxValue": "1"}]} | epochs' is both static and tuned
            {"CategoricalParameterRanges": [{"Name": "a", "Values": ["1"]}, {"Name": "a", "Values": ["2"]}]} | a' has more than one range
            {} | At least one hyperparameter range is required
            """)
    void rangesMustMakeSense(String ranges, String message) {
        refused(ranges(ranges), "ValidationException", message);
    }

    @Test
    void theObjectiveMustBeAMetricOfTheAlgorithm() {
        ObjectNode request = tuning("digits", "Random", 2, 1);
        ((ObjectNode) config(request).get("HyperParameterTuningJobObjective")).put("MetricName", "validation:f1");

        refused(
                request,
                "ValidationException",
                "A metric is required for this hyperparameter tuning job objective. Provide a metric in the metric definitions.");
    }

    @Test
    void limitsAreKept() {
        refused(tuning("digits", "Random", 200, 101), "ResourceLimitExceeded", "parallel training jobs");
        refused(tuning("digits", "Bayesian", 751, 1), "ResourceLimitExceeded", "is 750");
        refused(tuning("digits", "Random", 1, 2), "ValidationException", "must not be greater than");
        refused(tuning("n".repeat(33), "Random", 1, 1), "ValidationException", "less than or equal to 32");
    }

    @Test
    void hyperbandNeedsToKnowItsLargestResource() {
        ObjectNode early = tuning("digits", "Hyperband", 2, 1);
        config(early).put("TrainingJobEarlyStoppingType", "Auto");
        ObjectNode unknown = tuning("digits", "Hyperband", 2, 1);
        ((ObjectNode) unknown.at("/TrainingJobDefinition/StaticHyperParameters")).remove("epochs");
        ObjectNode random = tuning("digits", "Random", 2, 1);
        config(random).putObject("StrategyConfig");

        refused(early, "ValidationException", "must be Off");
        refused(unknown, "ValidationException", "MaxResource is required");
        refused(random, "ValidationException", "only supported for the Hyperband strategy");
    }

    @Test
    void aGridHasChoicesOnlyAndRunsThemAll() {
        ObjectNode wrongCount = tuning("digits", "Grid", 3, 1);
        config(wrongCount).set("ParameterRanges", json("""
                {"CategoricalParameterRanges": [{"Name": "optimizer", "Values": ["sgd", "adam"]}]}
                """));

        refused(tuning("digits", "Grid", 2, 1), "ValidationException", "only supports categorical");
        refused(wrongCount, "ValidationException", "has 2 combinations");
    }

    @Test
    void oneDefinitionOrSeveral() {
        ObjectNode none = tuning("digits", "Random", 2, 1);
        none.remove("TrainingJobDefinition");

        refused(none, "ValidationException", "either TrainingJobDefinition or TrainingJobDefinitions");
    }

    @Test
    void whatATrainingJobMustKeepItsDefinitionMustKeep() {
        ObjectNode request = tuning("digits", "Random", 2, 1);
        ((ObjectNode) request.at("/TrainingJobDefinition/StoppingCondition")).put("MaxRuntimeInSeconds", 9_000_000);

        refused(request, "ValidationException", "at most 2419200 (28 days)");
    }

    @Test
    void aNameIsUsedOnceAndAnUnknownOneIsNotFound() {
        lab.call("CreateHyperParameterTuningJob", tuning("digits", "Random", 1, 1));

        refused(tuning("Digits", "Random", 1, 1), "ResourceInUse", "must be unique");
        assertThatThrownBy(() -> lab.tryCall("DescribeHyperParameterTuningJob", named("letters")))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("ResourceNotFound"));
    }

    @Test
    void aParentMustHaveEnded() {
        lab.call("CreateHyperParameterTuningJob", tuning("parent", "Random", 1, 1));
        ObjectNode request = tuning("child", "Random", 1, 1);
        request.set("WarmStartConfig", json("""
                {"ParentHyperParameterTuningJobs": [{"HyperParameterTuningJobName": "parent"}], "WarmStartType": "TransferLearning"}
                """));

        refused(request, "ValidationException", "is in status InProgress");
    }
}
