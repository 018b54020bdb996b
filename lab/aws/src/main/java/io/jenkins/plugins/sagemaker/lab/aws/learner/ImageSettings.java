package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The hyperparameters of SageMaker's image classification, with its names, defaults and limits
 * (docs.aws.amazon.com/sagemaker/latest/dg/IC-Hyperparameter.html).
 *
 * <p>What describes the network or its regularization ({@code num_layers}, {@code use_pretrained_model},
 * {@code weight_decay}, {@code augmentation_type}, ...) is checked but changes nothing, as there is no network. All
 * others have their effect.
 *
 * @param classes number of classes
 * @param samples number of training images that the caller announces
 * @param input how images are read
 * @param descent how the model is trained
 * @param decayEpochs after these epochs the learning rate is multiplied by {@code decayFactor}
 * @param decayFactor what the learning rate is multiplied by
 * @param patience epochs without progress after which training ends; 0 to never end early
 * @param minEpochs epochs before training may end early
 * @param tolerance least relative gain in validation accuracy that counts as progress
 */
record ImageSettings(
        int classes,
        int samples,
        ImageInput input,
        GradientDescent descent,
        List<Integer> decayEpochs,
        double decayFactor,
        int patience,
        int minEpochs,
        double tolerance) {

    private static final int ANY = Integer.MAX_VALUE;

    private static final Set<String> KNOWN = Set.of(
            "num_classes",
            "num_training_samples",
            "augmentation_type",
            "beta_1",
            "beta_2",
            "checkpoint_frequency",
            "early_stopping",
            "early_stopping_min_epochs",
            "early_stopping_patience",
            "early_stopping_tolerance",
            "epochs",
            "eps",
            "gamma",
            "image_shape",
            "kv_store",
            "learning_rate",
            "lr_scheduler_factor",
            "lr_scheduler_step",
            "mini_batch_size",
            "momentum",
            "multi_label",
            "num_layers",
            "optimizer",
            "precision_dtype",
            "resize",
            "top_k",
            "use_pretrained_model",
            "use_weighted_loss",
            "weight_decay");

    static ImageSettings parse(Map<String, String> values) throws ContainerFailure {
        var given = new Hyperparameters(values);
        given.allowOnly(KNOWN);
        checkWithoutEffect(given);
        int classes = given.requiredInteger("num_classes", 2, ANY);
        int samples = given.requiredInteger("num_training_samples", 1, ANY);
        var descent = new GradientDescent(
                given.choice("optimizer", "sgd", "sgd", "adam", "rmsprop", "nag"),
                given.real("learning_rate", 0.1, 0, 1),
                given.real("momentum", 0.9, 0, 1),
                given.real("beta_1", 0.9, 0, 0.999999),
                given.real("beta_2", 0.999, 0, 0.999999),
                given.integer("epochs", 30, 1, ANY),
                given.integer("mini_batch_size", 32, 1, ANY));
        if (descent.batchSize() > samples) {
            throw ContainerFailure.client("Hyperparameter 'mini_batch_size' is " + descent.batchSize()
                    + ", more than the num_training_samples of " + samples + ".");
        }
        var input = new ImageInput(
                ImageShape.parse(given.text("image_shape", "3,224,224")), given.integer("resize", 0, 1, 4096));
        boolean early = Boolean.parseBoolean(given.choice("early_stopping", "false", "true", "false", "True", "False"));
        return new ImageSettings(
                classes,
                samples,
                input,
                descent,
                decayEpochs(given.text("lr_scheduler_step", "")),
                given.real("lr_scheduler_factor", 0.1, 0, 1),
                early ? given.integer("early_stopping_patience", 5, 1, ANY) : 0,
                given.integer("early_stopping_min_epochs", 10, 1, ANY),
                given.real("early_stopping_tolerance", 0, 0, 1));
    }

    private static void checkWithoutEffect(Hyperparameters given) throws ContainerFailure {
        given.choice("augmentation_type", "none", "none", "crop", "crop_color", "crop_color_transform");
        given.choice("use_pretrained_model", "0", "0", "1");
        given.choice("use_weighted_loss", "0", "0", "1");
        given.choice("precision_dtype", "float32", "float32", "float16");
        given.choice("num_layers", "152", "18", "34", "50", "101", "152", "200", "20", "32", "44", "56", "110");
        given.choice("kv_store", "dist_sync", "dist_sync", "dist_async");
        given.integer("checkpoint_frequency", 1, 1, ANY);
        given.integer("top_k", 2, 2, ANY);
        given.real("weight_decay", 0.0001, 0, 1);
        given.real("gamma", 0.9, 0, 1);
        given.real("eps", 1e-8, 0, 1);
        if (given.choice("multi_label", "0", "0", "1").equals("1")) {
            throw ContainerFailure.client(
                    "Hyperparameter 'multi_label' is '1', but the local container gives each image one class.");
        }
    }

    private static List<Integer> decayEpochs(String text) throws ContainerFailure {
        List<Integer> epochs = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",")) {
            if (!part.strip().matches("[0-9]{1,9}")) {
                throw Hyperparameters.bad("lr_scheduler_step", text, "epochs separated by commas, such as '10,20'");
            }
            epochs.add(Integer.parseInt(part.strip()));
        }
        return List.copyOf(epochs);
    }
}
