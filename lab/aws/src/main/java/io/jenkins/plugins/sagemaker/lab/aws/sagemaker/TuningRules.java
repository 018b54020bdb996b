package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.Categories;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.Dimension;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.GridSearch;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.SearchSpace;
import java.util.List;
import java.util.OptionalInt;

/** What {@code CreateHyperParameterTuningJob} demands beyond AWS's API model: members that need or exclude each other, and quotas. */
final class TuningRules {

    /** The quotas of docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-limits.html, the raised one where there are two. */
    private static final int MOST_AT_ONCE = 100;

    private static final int MOST_JOBS = 750;
    private static final int MOST_RANDOM_JOBS = 10_000;

    /** The API reference of HyperbandStrategyConfig. */
    private static final int MOST_EPOCHS = 20_000;

    private static final List<String> NAMES_OF_EPOCHS =
            List.of("epochs", "numepochs", "n-epochs", "n_epochs", "num_epochs");

    private TuningRules() {}

    static void check(JsonNode request, List<TuningDefinition> definitions) throws AwsError {
        JsonNode config = request.get("HyperParameterTuningJobConfig");
        String strategy = config.get("Strategy").asText();
        boolean autotune = request.has("Autotune");
        for (TuningDefinition definition : definitions) {
            checkRanges(definition, strategy, autotune);
        }
        checkStrategy(config, strategy, definitions);
        checkLimits(config.get("ResourceLimits"), strategy, definitions);
        Tags.check(request.path("Tags"));
    }

    private static void checkRanges(TuningDefinition definition, String strategy, boolean autotune) throws AwsError {
        SearchSpace space = definition.space();
        if (space.dimensions().isEmpty() && !autotune) {
            throw AwsError.validation(
                    "At least one hyperparameter range is required for the hyperparameter tuning job.");
        }
        for (Dimension dimension : space.dimensions()) {
            if (definition.statics().has(dimension.name())) {
                throw AwsError.validation("The hyperparameter '" + dimension.name()
                        + "' is both static and tuned: give it in StaticHyperParameters or in a range, not in both.");
            }
            if (strategy.equals("Grid") && !(dimension instanceof Categories)) {
                throw AwsError.validation("Grid search only supports categorical hyperparameters, but '"
                        + dimension.name() + "' has a range of numbers.");
            }
        }
    }

    private static void checkStrategy(JsonNode config, String strategy, List<TuningDefinition> definitions)
            throws AwsError {
        if (!strategy.equals("Hyperband")) {
            if (config.has("StrategyConfig")) {
                throw AwsError.validation("StrategyConfig is only supported for the Hyperband strategy.");
            }
            return;
        }
        if (config.path("TrainingJobEarlyStoppingType").asText("Off").equals("Auto")) {
            throw AwsError.validation("TrainingJobEarlyStoppingType must be Off for the Hyperband strategy.");
        }
        for (TuningDefinition definition : definitions) {
            int max = maxResource(config, definition)
                    .orElseThrow(() -> AwsError.validation("MaxResource is required for the Hyperband strategy, as it"
                            + " cannot be inferred from StaticHyperParameters: none of " + NAMES_OF_EPOCHS
                            + " is there."));
            if (max > MOST_EPOCHS || max < minResource(config)) {
                throw AwsError.validation("MaxResource is " + max + ", but must be from MinResource ("
                        + minResource(config) + ") to " + MOST_EPOCHS + ".");
            }
        }
    }

    static int minResource(JsonNode config) {
        return config.at("/StrategyConfig/HyperbandStrategyConfig/MinResource").asInt(1);
    }

    static OptionalInt maxResource(JsonNode config, TuningDefinition definition) {
        JsonNode given = config.at("/StrategyConfig/HyperbandStrategyConfig/MaxResource");
        if (given.isInt()) {
            return OptionalInt.of(given.asInt());
        }
        return NAMES_OF_EPOCHS.stream()
                .map(name -> definition.statics().path(name).asText())
                .filter(value -> value.matches("[0-9]{1,9}"))
                .mapToInt(Integer::parseInt)
                .findFirst();
    }

    private static void checkLimits(JsonNode limits, String strategy, List<TuningDefinition> definitions)
            throws AwsError {
        int atOnce = limits.get("MaxParallelTrainingJobs").asInt();
        if (atOnce > MOST_AT_ONCE) {
            throw exceeded("Maximum number of parallel training jobs per tuning job", MOST_AT_ONCE, atOnce);
        }
        if (strategy.equals("Grid") && combinations(definitions) > MOST_JOBS) {
            throw AwsError.validation("Grid search has more than " + MOST_JOBS + " combinations of hyperparameters.");
        }
        if (!limits.has("MaxNumberOfTrainingJobs")) {
            return;
        }
        int jobs = limits.get("MaxNumberOfTrainingJobs").asInt();
        int most = strategy.equals("Random") ? MOST_RANDOM_JOBS : MOST_JOBS;
        if (jobs > most) {
            throw exceeded("Maximum number of training jobs per tuning job", most, jobs);
        }
        if (atOnce > jobs) {
            throw AwsError.validation("MaxParallelTrainingJobs (" + atOnce
                    + ") must not be greater than MaxNumberOfTrainingJobs (" + jobs + ").");
        }
        if (strategy.equals("Grid") && jobs != combinations(definitions)) {
            throw AwsError.validation("MaxNumberOfTrainingJobs is " + jobs + ", but grid search has "
                    + combinations(definitions)
                    + " combinations of hyperparameters: leave it out, or give that number.");
        }
    }

    private static long combinations(List<TuningDefinition> definitions) {
        return definitions.stream()
                .mapToLong(definition -> new GridSearch(definition.space()).size())
                .sum();
    }

    private static AwsError exceeded(String quota, int limit, int wanted) {
        return new AwsError(
                400,
                "ResourceLimitExceeded",
                "The account-level service limit '" + quota + "' is " + limit
                        + ", with current utilization of 0 and a request delta of " + wanted
                        + ". Please use AWS Service Quotas to request an increase for this quota.");
    }
}
