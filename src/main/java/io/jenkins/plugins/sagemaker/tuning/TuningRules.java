package io.jenkins.plugins.sagemaker.tuning;

import io.jenkins.plugins.sagemaker.training.RequestDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the members of a CreateHyperParameterTuningJob request ask of each other, beside what a training job asks. */
final class TuningRules {

    private static final String CONFIG = "HyperParameterTuningJobConfig.";
    private static final String HYPERBAND = CONFIG + "StrategyConfig.HyperbandStrategyConfig.";
    private static final String FIXED = "TrainingJobDefinition.StaticHyperParameters";

    /** From which SageMaker takes the most epochs of Hyperband. */
    private static final Set<String> EPOCHS = Set.of("epochs", "numepochs", "n-epochs", "n_epochs", "num_epochs");

    private final RequestDocument request;
    private final Ranges ranges;
    private final List<String> problems = new ArrayList<>();

    private TuningRules(RequestDocument request) {
        this.request = request;
        this.ranges = Ranges.of(request);
    }

    /** In a sentence each; empty if nothing is wrong. */
    static List<String> check(RequestDocument request) {
        var rules = new TuningRules(request);
        rules.ranges();
        rules.strategy();
        rules.limits();
        rules.objective();
        return rules.problems;
    }

    private void ranges() {
        boolean autotune = request.get("Autotune.Mode") != null;
        problems.addAll(ranges.problems(fixed()));
        if (ranges.all().isEmpty() && !autotune) {
            problems.add("Nothing says what is searched: give parameterRanges, or autotune.");
        }
        if (!autotune && ranges.all().stream().anyMatch(range -> range.kind().equals("AutoParameters"))) {
            problems.add("A range by auto wants autotune: set autotune: true, or give the range's values.");
        }
    }

    private Set<?> fixed() {
        return request.get(FIXED) instanceof Map<?, ?> map ? map.keySet() : Set.of();
    }

    private void strategy() {
        boolean hyperband = "Hyperband".equals(request.get(CONFIG + "Strategy"));
        if (!hyperband) {
            if (request.get(CONFIG + "StrategyConfig") != null) {
                problems.add("hyperbandMinResource and hyperbandMaxResource are only for the strategy Hyperband.");
            }
            return;
        }
        if ("Auto".equals(request.get(CONFIG + "TrainingJobEarlyStoppingType"))) {
            problems.add("Hyperband stops training jobs by itself: leave trainingJobEarlyStoppingType out.");
        }
        if (request.get(HYPERBAND + "MaxResource") == null && fixed().stream().noneMatch(EPOCHS::contains)) {
            problems.add("Hyperband must know how many epochs there are at most: give hyperbandMaxResource, or the"
                    + " hyperparameter epochs.");
        }
        if (number(HYPERBAND + "MaxResource") < number(HYPERBAND + "MinResource")
                && request.get(HYPERBAND + "MaxResource") != null) {
            problems.add("hyperbandMaxResource is " + request.get(HYPERBAND + "MaxResource")
                    + ", which is less than hyperbandMinResource, " + request.get(HYPERBAND + "MinResource") + ".");
        }
    }

    private void limits() {
        Object most = request.get(CONFIG + "ResourceLimits.MaxNumberOfTrainingJobs");
        if (most != null
                && number(CONFIG + "ResourceLimits.MaxParallelTrainingJobs")
                        > number(CONFIG + "ResourceLimits.MaxNumberOfTrainingJobs")) {
            problems.add("maxParallelTrainingJobs is more than maxNumberOfTrainingJobs, " + most + ".");
        }
        if ("Grid".equals(request.get(CONFIG + "Strategy"))) {
            ranges.all().stream()
                    .filter(range -> !range.isCategorical())
                    .forEach(range -> problems.add("Grid tries every combination of choices, but " + range.name()
                            + " has none: give it by categorical, or take another strategy."));
            if (most != null && !Objects.equals(most.toString(), String.valueOf(ranges.combinations()))) {
                problems.add("maxNumberOfTrainingJobs is " + most + ", but Grid has " + ranges.combinations()
                        + " combinations: leave it out.");
            }
        }
        if (request.get("WarmStartConfig.WarmStartType") != null
                && request.get("WarmStartConfig.ParentHyperParameterTuningJobs") == null) {
            problems.add("warmStartType is only for a start from warmStartParents.");
        }
    }

    /** An algorithm of SageMaker's has metrics of its own, any other only those that it is given. */
    private void objective() {
        Object objective = request.get(CONFIG + "HyperParameterTuningJobObjective.MetricName");
        if (objective != null
                && request.get("TrainingJobDefinition.AlgorithmSpecification.MetricDefinitions")
                        instanceof List<?> definitions
                && definitions.stream()
                        .noneMatch(d -> d instanceof Map<?, ?> metric && objective.equals(metric.get("Name")))) {
            problems.add("The metric " + objective
                    + " of objectiveMetricName is not in metricDefinitions: define it there.");
        }
    }

    /** 0 where there is no number, which other checks tell. */
    private double number(String place) {
        String text = String.valueOf(request.get(place));
        return text.matches("-?\\d{1,15}") ? Double.parseDouble(text) : 0;
    }
}
