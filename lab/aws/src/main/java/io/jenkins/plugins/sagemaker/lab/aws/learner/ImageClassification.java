package io.jenkins.plugins.sagemaker.lab.aws.learner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tribuo.Model;

/**
 * Stands in for SageMaker's built-in image classification: same channels, hyperparameters, metrics and answers, with a
 * linear model on {@link ImageFeatures} in the network's place. Needs the channel {@code train}; {@code validation} is
 * welcome.
 */
final class ImageClassification implements Algorithm {

    private static final Duration EPOCH = Duration.ofSeconds(5);

    private static final List<MetricDefinition> METRICS = List.of(
            MetricDefinition.of("train:accuracy", "Epoch\\[[0-9]+\\] Train-accuracy=(\\S+)"),
            MetricDefinition.of("validation:accuracy", "Epoch\\[[0-9]+\\] Validation-accuracy=(\\S+)"),
            MetricDefinition.of(
                    "train:logloss", "#quality_metric: host=\\S+, epoch=\\S+, train logloss <loss>=\\((\\S+)\\)"),
            MetricDefinition.of(
                    "validation:logloss",
                    "#quality_metric: host=\\S+, epoch=\\S+, validation logloss <loss>=\\((\\S+)\\)"));

    @Override
    public List<MetricDefinition> metricDefinitions() {
        return METRICS;
    }

    @Override
    public void train(TrainingContainer container) throws ContainerFailure, InterruptedException {
        ImageSettings settings = ImageSettings.parse(container.hyperparameters());
        Map<String, Channel> channels = container.channels();
        if (!channels.containsKey("train")) {
            throw ContainerFailure.client(
                    "The channel 'train' is missing; the job has the channels " + channels.keySet() + ".");
        }
        List<String> folders = LabelledImages.folderNames(channels.get("train"));
        Table train = LabelledImages.read(channels, "train", settings.classes(), folders)
                .toTable(settings.input());
        Table validation = channels.containsKey("validation")
                ? LabelledImages.read(channels, "validation", settings.classes(), folders)
                        .toTable(settings.input())
                : null;
        container.info("Read " + train.rows() + " training images and "
                + (validation == null ? 0 : validation.rows()) + " validation images of " + settings.classes()
                + " classes.");
        if (train.rows() != settings.samples()) {
            container.info("num_training_samples is " + settings.samples() + ", but the channel 'train' has "
                    + train.rows() + " images.");
        }
        var epochs = new ImageEpochs(container, settings, train, validation, EPOCH);
        Model<?> model =
                settings.descent().classifier(train, settings.classes(), epochs, new EpochCheckpoints(container));
        ObjectNode description = ModelFile.description();
        description.put("image_shape", settings.input().shape().toString());
        description.put("num_classes", settings.classes());
        ModelFile.save(container, description, List.of(model));
        container.info("Saved the model to /opt/ml/model.");
    }

    @Override
    public Predictor load(Map<String, byte[]> modelFiles) throws ContainerFailure {
        JsonNode description = ModelFile.loadDescription(modelFiles, "num_classes", "image_shape");
        int classes = description.path("num_classes").asInt();
        var input =
                new ImageInput(ImageShape.parse(description.path("image_shape").asText()), 0);
        LinearModel model =
                LinearAnswers.linear(ModelFile.loadModels(modelFiles).get(0), classes);
        if (model.inputs() != input.features().size()) {
            throw ContainerFailure.algorithm("The model takes " + model.inputs() + " numbers, but images become "
                    + input.features().size() + ".");
        }
        return new ImageAnswers(input, model);
    }
}
