package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.Map;
import java.util.Set;

/**
 * The hyperparameters of SageMaker's linear learner with its names and defaults
 * (docs.aws.amazon.com/sagemaker/latest/dg/ll_hyperparameters.html). Those of its regularization and of its search over
 * many models at once are accepted and change nothing.
 *
 * @param predictorType {@code binary_classifier}, {@code multiclass_classifier} or {@code regressor}
 * @param classes number of classes; 1 for a regression
 * @param featureDim number of features that the caller announces; 0 if left to the data
 * @param general the settings of the descent, but for the batch size
 */
record LinearSettings(String predictorType, int classes, int featureDim, GradientDescent general) {

    static final String REGRESSOR = "regressor";
    static final String BINARY = "binary_classifier";
    static final String MULTICLASS = "multiclass_classifier";

    private static final String AUTO = "auto";

    private static final Set<String> KNOWN = Set.of(
            "predictor_type",
            "num_classes",
            "accuracy_top_k",
            "balance_multiclass_weights",
            "beta_1",
            "beta_2",
            "bias_lr_mult",
            "bias_wd_mult",
            "binary_classifier_model_selection_criteria",
            "early_stopping_patience",
            "early_stopping_tolerance",
            "epochs",
            "f_beta",
            "feature_dim",
            "huber_delta",
            "init_bias",
            "init_method",
            "init_scale",
            "init_sigma",
            "l1",
            "learning_rate",
            "loss",
            "loss_insensitivity",
            "lr_scheduler_factor",
            "lr_scheduler_minimum_lr",
            "lr_scheduler_step",
            "margin",
            "mini_batch_size",
            "momentum",
            "normalize_data",
            "normalize_label",
            "num_calibration_samples",
            "num_models",
            "num_point_for_scaler",
            "optimizer",
            "positive_example_weight_mult",
            "quantile",
            "target_precision",
            "target_recall",
            "unbias_data",
            "unbias_label",
            "use_bias",
            "use_lr_scheduler",
            "wd");

    static LinearSettings parse(Map<String, String> values) throws ContainerFailure {
        var given = new Hyperparameters(values);
        given.allowOnly(KNOWN);
        String type = given.choice("predictor_type", null, BINARY, MULTICLASS, REGRESSOR);
        int classes =
                switch (type) {
                    case MULTICLASS -> given.requiredInteger("num_classes", 3, 1_000_000);
                    case BINARY -> 2;
                    default -> 1;
                };
        String optimizer = given.choice("optimizer", AUTO, AUTO, "sgd", "adam", "rmsprop");
        double rate = given.text("learning_rate", AUTO).equals(AUTO)
                ? defaultRate(optimizer)
                : given.real("learning_rate", 0, 0, Double.MAX_VALUE);
        var descent = new GradientDescent(
                optimizer.equals(AUTO) ? "adagrad" : optimizer,
                rate,
                given.text("momentum", AUTO).equals(AUTO) ? 0 : given.real("momentum", 0, 0, 0.999999),
                given.text("beta_1", AUTO).equals(AUTO) ? 0.9 : given.real("beta_1", 0, 0, 0.999999),
                given.text("beta_2", AUTO).equals(AUTO) ? 0.999 : given.real("beta_2", 0, 0, 0.999999),
                given.integer("epochs", 15, 1, 1_000_000),
                given.integer("mini_batch_size", 1000, 1, 1_000_000));
        int featureDim =
                given.text("feature_dim", AUTO).equals(AUTO) ? 0 : given.integer("feature_dim", 0, 1, 1_000_000);
        return new LinearSettings(type, classes, featureDim, descent);
    }

    private static double defaultRate(String optimizer) {
        return switch (optimizer) {
            case "adam", "rmsprop" -> 0.005;
            default -> 0.1;
        };
    }

    boolean isRegression() {
        return predictorType.equals(REGRESSOR);
    }

    String accuracyName() {
        return predictorType.equals(BINARY) ? "binary_classification_accuracy" : "multiclass_accuracy";
    }

    /** The descent for so many rows: a batch is never larger than the data. */
    GradientDescent descent(int rows) {
        return new GradientDescent(
                general.optimizer(),
                general.learningRate(),
                general.momentum(),
                general.beta1(),
                general.beta2(),
                general.epochs(),
                Math.min(rows, general.batchSize()));
    }

    void checkAgainst(Table table, String channel) throws ContainerFailure {
        if (featureDim > 0 && featureDim != table.columns()) {
            throw ContainerFailure.client("Hyperparameter 'feature_dim' is " + featureDim + ", but channel '" + channel
                    + "' has " + table.columns() + " features.");
        }
        if (!isRegression()) {
            ClassLabels.check(table, channel, classes);
        }
    }
}
