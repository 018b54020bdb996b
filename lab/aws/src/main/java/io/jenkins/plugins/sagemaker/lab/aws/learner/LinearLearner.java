package io.jenkins.plugins.sagemaker.lab.aws.learner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tribuo.Model;

/**
 * Stands in for SageMaker's linear learner: CSV in the channels {@code train} and, if there is one, {@code validation};
 * classification and regression by {@code predictor_type}.
 */
final class LinearLearner implements Algorithm {

    private static final Duration EPOCH = Duration.ofSeconds(3);

    private static final List<MetricDefinition> METRICS = metrics();

    private static List<MetricDefinition> metrics() {
        List<MetricDefinition> metrics = new ArrayList<>();
        for (String data : List.of("train", "validation")) {
            for (String metric :
                    List.of("objective_loss", "mse", "rmse", "binary_classification_accuracy", "multiclass_accuracy")) {
                metrics.add(MetricDefinition.of(
                        data + ":" + metric,
                        "#quality_metric: host=\\S+, epoch=\\S+, " + data + " " + metric + " <\\w+>=\\((\\S+)\\)"));
            }
        }
        return List.copyOf(metrics);
    }

    @Override
    public List<MetricDefinition> metricDefinitions() {
        return METRICS;
    }

    @Override
    public void train(TrainingContainer container) throws ContainerFailure, InterruptedException {
        LinearSettings settings = LinearSettings.parse(container.hyperparameters());
        Table train = CsvTable.read(container.channels(), "train");
        settings.checkAgainst(train, "train");
        Table validation = null;
        if (container.channels().containsKey("validation")) {
            validation = CsvTable.read(container.channels(), "validation");
            settings.checkAgainst(validation, "validation");
        }
        Scaling scaling = Scaling.of(train.features());
        Scaling labels = settings.isRegression() ? labelScaling(train) : null;
        Table scaledTrain = scaled(train, scaling, labels);
        Table scaledValidation = validation == null ? null : scaled(validation, scaling, labels);
        var progress = new Progress(container, settings, scaledTrain, scaledValidation, labels);
        var checkpoints = new EpochCheckpoints(container);
        GradientDescent descent = settings.descent(train.rows());
        Model<?> model = settings.isRegression()
                ? descent.regression(scaledTrain, progress, checkpoints)
                : descent.classifier(scaledTrain, settings.classes(), progress, checkpoints);
        ObjectNode description = ModelFile.description();
        description.put("predictor_type", settings.predictorType()).put("num_classes", settings.classes());
        scaling.writeTo(description.putArray("means"), description.putArray("deviations"));
        if (labels != null) {
            labels.writeTo(description.putArray("label_mean"), description.putArray("label_deviation"));
        }
        ModelFile.save(container, description, List.of(model));
    }

    private static Scaling labelScaling(Table table) {
        var column = new double[table.rows()][];
        for (int row = 0; row < column.length; row++) {
            column[row] = new double[] {table.labels()[row]};
        }
        return Scaling.of(column);
    }

    private static Table scaled(Table table, Scaling features, Scaling label) {
        double[] labels = table.labels();
        if (label != null) {
            labels = new double[table.rows()];
            for (int row = 0; row < labels.length; row++) {
                labels[row] = label.scale(new double[] {table.labels()[row]})[0];
            }
        }
        return new Table(features.scale(table.features()), labels);
    }

    @Override
    public Predictor load(Map<String, byte[]> modelFiles) throws ContainerFailure {
        JsonNode description = ModelFile.loadDescription(modelFiles, "predictor_type", "means");
        Scaling scaling = Scaling.read(description.path("means"), description.path("deviations"));
        String type = description.path("predictor_type").asText();
        boolean regression = type.equals(LinearSettings.REGRESSOR);
        int outputs = regression ? 1 : description.path("num_classes").asInt();
        LinearModel model =
                LinearAnswers.linear(ModelFile.loadModels(modelFiles).get(0), outputs);
        Scaling label =
                regression ? Scaling.read(description.path("label_mean"), description.path("label_deviation")) : null;
        return new LinearAnswers(type, scaling, label, model);
    }

    /** Logs each epoch as SageMaker's linear learner does. */
    private record Progress(
            TrainingContainer container, LinearSettings settings, Table train, Table validation, Scaling labels)
            implements EpochListener {

        @Override
        public double ended(int epoch, LinearModel model) throws ContainerFailure, InterruptedException {
            boolean goOn = container.pace(EPOCH);
            log(epoch, "train", train, model);
            if (validation != null) {
                log(epoch, "validation", validation, model);
            }
            return goOn ? 1 : 0;
        }

        private void log(int epoch, String data, Table table, LinearModel model) throws ContainerFailure {
            if (settings.isRegression()) {
                Score score = Score.ofRegression(table, row -> model.scores(row)[0]);
                check(epoch, score);
                double mse = score.loss() * Math.pow(labels.deviations()[0], 2);
                metric(epoch, data, "objective_loss", "loss", score.loss());
                metric(epoch, data, "mse", "loss", mse);
                metric(epoch, data, "rmse", "loss", Math.sqrt(mse));
            } else {
                Score score = Score.ofClassifier(table, model::probabilities);
                check(epoch, score);
                metric(epoch, data, "objective_loss", "loss", score.loss());
                metric(epoch, data, settings.accuracyName(), "score", score.accuracy());
            }
        }

        private void check(int epoch, Score score) throws ContainerFailure {
            if (Double.isNaN(score.loss()) || Double.isInfinite(score.loss())) {
                throw ContainerFailure.algorithm("The training diverged in epoch " + epoch
                        + ": the loss is not a number. A smaller learning_rate helps.");
            }
        }

        private void metric(int epoch, String data, String name, String kind, double value) {
            container.info("#quality_metric: host=" + container.host() + ", epoch=" + epoch + ", " + data + " " + name
                    + " <" + kind + ">=(" + String.format(Locale.ROOT, "%.6f", value) + ")");
        }
    }
}
