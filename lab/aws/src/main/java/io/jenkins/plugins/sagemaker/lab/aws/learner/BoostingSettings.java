package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The hyperparameters of SageMaker's XGBoost with its names and defaults
 * (docs.aws.amazon.com/sagemaker/latest/dg/xgboost_hyperparameters.html). Rounds, objective, {@code eta}, depth, child
 * weight, column sampling, evaluation metrics and early stopping have their effect; the rest is accepted and changes
 * nothing.
 *
 * @param objective XGBoost's name of what is learnt
 * @param outputs number of classes of a {@code multi:} objective, else 1
 * @param rounds trees
 * @param eta shrinkage of each tree
 * @param depth deepest tree
 * @param minChildWeight least rows in a leaf
 * @param columnShare share of the columns that a split may use
 * @param seed of the column sampling
 * @param metrics evaluation metrics in the order given
 * @param patience rounds without progress after which training ends; 0 to never end early
 */
record BoostingSettings(
        String objective,
        int outputs,
        int rounds,
        double eta,
        int depth,
        int minChildWeight,
        double columnShare,
        long seed,
        List<String> metrics,
        int patience) {

    private static final int ANY = Integer.MAX_VALUE;

    private static final Set<String> KNOWN = Set.of(
            "num_round",
            "num_class",
            "alpha",
            "base_score",
            "booster",
            "colsample_bylevel",
            "colsample_bynode",
            "colsample_bytree",
            "csv_weights",
            "deterministic_histogram",
            "early_stopping_rounds",
            "eta",
            "eval_metric",
            "gamma",
            "grow_policy",
            "interaction_constraints",
            "lambda",
            "lambda_bias",
            "max_bin",
            "max_delta_step",
            "max_depth",
            "max_leaves",
            "min_child_weight",
            "monotone_constraints",
            "nthread",
            "objective",
            "one_drop",
            "process_type",
            "rate_drop",
            "refresh_leaf",
            "sampling_method",
            "save_model_on_termination",
            "scale_pos_weight",
            "seed",
            "silent",
            "single_precision_histogram",
            "sketch_eps",
            "skip_drop",
            "subsample",
            "tree_method",
            "tweedie_variance_power",
            "updater",
            "use_dask_gpu_training",
            "verbosity");

    static BoostingSettings parse(Map<String, String> values) throws ContainerFailure {
        var given = new Hyperparameters(values);
        given.allowOnly(KNOWN);
        int rounds = given.requiredInteger("num_round", 1, ANY);
        String objective = given.choice(
                "objective",
                "reg:squarederror",
                "reg:squarederror",
                "reg:linear",
                "binary:logistic",
                "reg:logistic",
                "multi:softmax",
                "multi:softprob");
        int outputs = objective.startsWith("multi:") ? given.requiredInteger("num_class", 2, 10_000) : 1;
        String byDefault =
                objective.startsWith("multi:") ? "mlogloss" : objective.endsWith("logistic") ? "logloss" : "rmse";
        List<String> metrics = Arrays.stream(
                        given.text("eval_metric", byDefault).split(","))
                .map(String::strip)
                .toList();
        for (String metric : metrics) {
            if (!BoostingMetrics.NAMES.contains(metric)) {
                throw Hyperparameters.bad("eval_metric", metric, "one of " + BoostingMetrics.NAMES);
            }
        }
        return new BoostingSettings(
                objective,
                outputs,
                rounds,
                given.real("eta", 0.3, 0, 1),
                given.integer("max_depth", 6, 1, 64),
                (int) Math.ceil(given.real("min_child_weight", 1, 0, 1e6)),
                given.real("colsample_bynode", 1, 0.000001, 1),
                given.integer("seed", 0, 0, ANY),
                metrics,
                given.has("early_stopping_rounds") ? given.integer("early_stopping_rounds", 1, 1, ANY) : 0);
    }

    boolean isRegression() {
        return objective.equals("reg:squarederror") || objective.equals("reg:linear");
    }

    /**
     * How much of a tree's leaf values is added. The leaves hold mean gradients; XGBoost divides by the second
     * derivative, which for probabilities is at most a quarter, so that the double of the gradient is a careful step.
     */
    double stepSize() {
        return isRegression() ? eta : 2 * eta;
    }

    void checkAgainst(Table table, String channel) throws ContainerFailure {
        if (!isRegression()) {
            ClassLabels.check(table, channel, Math.max(2, outputs));
        }
    }
}
