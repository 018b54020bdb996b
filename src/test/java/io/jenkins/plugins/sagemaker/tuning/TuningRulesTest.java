package io.jenkins.plugins.sagemaker.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.training.RequestDocument;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuningRulesTest {

    private static final String CONFIG = "HyperParameterTuningJobConfig.";
    private static final String RANGES = CONFIG + "ParameterRanges.";

    private final RequestDocument request = RequestDocument.of(Map.of())
            .put(CONFIG + "Strategy", "Random")
            .put(CONFIG + "HyperParameterTuningJobObjective.MetricName", "accuracy")
            .put("TrainingJobDefinition.StaticHyperParameters", Map.of("layers", 3))
            .put(RANGES + "ContinuousParameterRanges", List.of(range("rate", "0.1", "0.5")));

    private static Map<String, Object> range(String name, String min, String max) {
        return Map.of("Name", name, "MinValue", min, "MaxValue", max);
    }

    private List<String> problems() {
        return TuningRules.check(request);
    }

    @Test
    void aSoundRequestHasNoProblems() {
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Continuous | 0.5 | 0.1 | Linear             | has a minValue of 0.5, which is more than its maxValue of 0.1
            Continuous | low | 0.1 | Linear             | must have numbers as minValue and maxValue
            Integer    | 0.5 | 2   | Linear             | must have whole numbers
            Continuous | 0   | 1   | Logarithmic        | that must be above 0
            Continuous | 0   | 1   | ReverseLogarithmic | from 0 to below 1
            Integer    | 0   | 0   | ReverseLogarithmic | from 0 to below 1
            """)
    void aRangeOfNumbersMustMakeSense(String kind, String min, String max, String scaling, String problem) {
        request.put(
                RANGES + kind + "ParameterRanges",
                List.of(Map.of("Name", "x", "MinValue", min, "MaxValue", max, "ScalingType", scaling)));

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("The range of x ")
                .contains(problem);
    }

    @Test
    void aHyperparameterIsSearchedOnceAndHasNoValue() {
        request.put(RANGES + "IntegerParameterRanges", List.of(range("rate", "1", "2"), range("layers", "1", "2")));

        assertThat(problems())
                .containsExactly(
                        "There are two ranges of rate: give one.",
                        "The hyperparameter layers has a range and a value: give it in parameterRanges or in"
                                + " hyperParameters.");
    }

    @Test
    void noMoreThanThirtyAreSearched() {
        request.put(
                RANGES + "IntegerParameterRanges",
                IntStream.range(0, 30).mapToObj(i -> range("n" + i, "1", "2")).toList());

        assertThat(problems()).containsExactly("There are 31 ranges, but at most 30 hyperparameters can be searched.");
    }

    @Test
    void somethingMustBeSearchedUnlessSageMakerFindsItsRanges() {
        request.put(RANGES + "ContinuousParameterRanges", List.of());
        assertThat(problems()).containsExactly("Nothing says what is searched: give parameterRanges, or autotune.");

        request.put("Autotune.Mode", "Enabled");
        assertThat(problems()).isEmpty();
    }

    @Test
    void anExampleOfAValueWantsAutotune() {
        request.put(RANGES + "AutoParameters", List.of(Map.of("Name", "x", "ValueHint", "1")));

        assertThat(problems()).singleElement().asString().startsWith("A range by auto wants autotune");
    }

    @Test
    void hyperbandStopsByItselfAndMustKnowHowLongTheLongestTrainingIs() {
        request.put(CONFIG + "Strategy", "Hyperband").put(CONFIG + "TrainingJobEarlyStoppingType", "Auto");
        assertThat(problems()).hasSize(2).allMatch(problem -> problem.startsWith("Hyperband "));

        request.put(CONFIG + "TrainingJobEarlyStoppingType", "Off")
                .put("TrainingJobDefinition.StaticHyperParameters", Map.of("num_epochs", "10"));
        assertThat(problems()).isEmpty();

        request.put(CONFIG + "StrategyConfig.HyperbandStrategyConfig.MinResource", 5)
                .put(CONFIG + "StrategyConfig.HyperbandStrategyConfig.MaxResource", 3);
        assertThat(problems())
                .containsExactly("hyperbandMaxResource is 3, which is less than hyperbandMinResource, 5.");

        request.put(CONFIG + "Strategy", "Random");
        assertThat(problems()).singleElement().asString().contains("are only for the strategy Hyperband");
    }

    @Test
    void aGridHasChoicesAndTriesThemAll() {
        request.put(CONFIG + "Strategy", "Grid");
        assertThat(problems()).singleElement().asString().contains("but rate has none");

        request.put(RANGES + "ContinuousParameterRanges", List.of())
                .put(
                        RANGES + "CategoricalParameterRanges",
                        List.of(
                                Map.of("Name", "a", "Values", List.of("1", "2")),
                                Map.of("Name", "b", "Values", List.of("1", "2", "3"))))
                .put(CONFIG + "ResourceLimits.MaxNumberOfTrainingJobs", 5);
        assertThat(problems())
                .containsExactly("maxNumberOfTrainingJobs is 5, but Grid has 6 combinations: leave it out.");

        request.put(CONFIG + "ResourceLimits.MaxNumberOfTrainingJobs", 6);
        assertThat(problems()).isEmpty();
    }

    @Test
    void noMoreRunAtOnceThanThereAre() {
        request.put(CONFIG + "ResourceLimits.MaxNumberOfTrainingJobs", 2)
                .put(CONFIG + "ResourceLimits.MaxParallelTrainingJobs", 3);

        assertThat(problems()).containsExactly("maxParallelTrainingJobs is more than maxNumberOfTrainingJobs, 2.");
    }

    @Test
    void aWarmStartHasParents() {
        request.put("WarmStartConfig.WarmStartType", "TransferLearning");

        assertThat(problems()).containsExactly("warmStartType is only for a start from warmStartParents.");
    }

    @Test
    void theObjectiveIsOneOfTheMetricsThatAreDefined() {
        request.put(
                "TrainingJobDefinition.AlgorithmSpecification.MetricDefinitions",
                List.of(Map.of("Name", "loss", "Regex", "loss=(.*)")));

        assertThat(problems())
                .containsExactly("The metric accuracy of objectiveMetricName is not in metricDefinitions: define it"
                        + " there.");
    }
}
