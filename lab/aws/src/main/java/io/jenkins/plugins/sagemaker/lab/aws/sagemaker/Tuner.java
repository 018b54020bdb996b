package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.BayesianSearch;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.EarlyStop;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.GridSearch;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.MedianStop;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.RandomSearch;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.Search;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.SuccessiveHalving;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.Trial;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Chooses hyperparameters for one definition of a tuning job.
 *
 * @param inherited what parents of a warm start have found out
 */
record Tuner(TuningDefinition definition, Search search, List<Trial> inherited) {

    /** Where the request has no limit; AWS's own depends on what Autotune finds. */
    static final int MOST_JOBS_BY_DEFAULT = 20;

    static Tuner of(TuningJob job, TuningDefinition definition, RandomGenerator random) {
        Search search =
                switch (job.config().get("Strategy").asText()) {
                    case "Grid" -> new GridSearch(definition.space());
                    case "Bayesian" -> new BayesianSearch(definition.space(), random);
                    default -> new RandomSearch(definition.space(), random);
                };
        List<Trial> inherited = job.parents().stream()
                .flatMap(parent -> parent.jobs().stream())
                .filter(one -> one.objective().isPresent())
                .map(TunedJob::trial)
                .toList();
        return new Tuner(definition, search, inherited);
    }

    /** The rule by which training jobs are ended early. */
    static EarlyStop earlyStop(JsonNode config, TuningDefinition definition) {
        if (config.get("Strategy").asText().equals("Hyperband")) {
            return new SuccessiveHalving(
                    TuningRules.minResource(config),
                    TuningRules.maxResource(config, definition).orElseThrow());
        }
        return config.path("TrainingJobEarlyStoppingType").asText().equals("Auto") ? new MedianStop() : EarlyStop.NEVER;
    }
}
