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
 * Stands in for SageMaker's XGBoost: gradient boosting of Tribuo's regression trees, on CSV in the channels
 * {@code train} and, if there is one, {@code validation}.
 */
final class GradientBoosting implements Algorithm {

    private static final Duration ROUND = Duration.ofSeconds(1);

    private static final List<MetricDefinition> METRICS = metrics();

    private static List<MetricDefinition> metrics() {
        List<MetricDefinition> metrics = new ArrayList<>();
        for (String data : List.of("train", "validation")) {
            for (String metric : BoostingMetrics.NAMES) {
                metrics.add(MetricDefinition.of(
                        data + ":" + metric, "\\[[0-9]+\\].*#011" + data + "-" + metric + ":([-+.0-9eE]+)"));
            }
        }
        return List.copyOf(metrics);
    }

    @Override
    public List<MetricDefinition> metricDefinitions() {
        return METRICS;
    }

    @Override
    public boolean writesCheckpoints() {
        return false;
    }

    @Override
    public void train(TrainingContainer container) throws ContainerFailure, InterruptedException {
        BoostingSettings settings = BoostingSettings.parse(container.hyperparameters());
        Table train = CsvTable.read(container.channels(), "train");
        settings.checkAgainst(train, "train");
        Table validation = null;
        if (container.channels().containsKey("validation")) {
            validation = CsvTable.read(container.channels(), "validation");
            settings.checkAgainst(validation, "validation");
        }
        container.info("Train matrix has " + train.rows() + " rows and " + train.columns() + " columns");
        var boosting = new Boosting(settings, train);
        var metrics = new BoostingMetrics(settings);
        double[][] validationMargins = validation == null ? null : boosting.start(validation.rows());
        double best = Double.POSITIVE_INFINITY;
        int bestRound = 0;
        for (int round = 0; round < settings.rounds(); round++) {
            boolean goOn = container.pace(ROUND);
            boosting.next();
            var line = new StringBuilder("[" + round + "]");
            Map<String, Double> judged = metrics.of(train, boosting.trainMargins());
            judged.forEach((name, value) -> append(line, "train", name, value));
            if (validation != null) {
                boosting.addLatestTree(validation, validationMargins);
                judged = metrics.of(validation, validationMargins);
                judged.forEach((name, value) -> append(line, "validation", name, value));
            }
            container.log(line.toString());
            double loss = metrics.watched(judged);
            if (loss < best) {
                best = loss;
                bestRound = round;
            }
            if (!goOn || settings.patience() > 0 && round - bestRound >= settings.patience()) {
                container.info("Training ends after round " + round + ".");
                break;
            }
        }
        ObjectNode description = ModelFile.description();
        description.put("objective", settings.objective()).put("outputs", settings.outputs());
        description.put("eta", settings.stepSize()).put("base", boosting.base()).put("columns", train.columns());
        ModelFile.save(container, description, boosting.trees());
    }

    private static void append(StringBuilder line, String data, String metric, double value) {
        line.append(String.format(Locale.ROOT, "#011%s-%s:%.6f", data, metric, value));
    }

    @Override
    public Predictor load(Map<String, byte[]> modelFiles) throws ContainerFailure {
        JsonNode description = ModelFile.loadDescription(modelFiles, "objective", "outputs", "columns");
        List<Model<?>> trees = ModelFile.loadModels(modelFiles);
        return new BoostedAnswers(
                description.path("objective").asText(),
                new BoostedTrees(
                        trees,
                        description.path("outputs").asInt(),
                        description.path("columns").asInt(),
                        description.path("eta").asDouble(),
                        description.path("base").asDouble()));
    }
}
