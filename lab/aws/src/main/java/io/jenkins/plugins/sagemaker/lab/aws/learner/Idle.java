package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A container that does nothing for the time that its hyperparameter {@code seconds} names, and makes no model. */
final class Idle implements Algorithm {

    private static final String SECONDS = "seconds";

    @Override
    public List<MetricDefinition> metricDefinitions() {
        return List.of();
    }

    @Override
    public Optional<Duration> idles(TrainingContainer container) throws ContainerFailure {
        String seconds = container.hyperparameters().getOrDefault(SECONDS, "");
        if (!seconds.matches("\\d{1,8}")) {
            throw ContainerFailure.client("The hyperparameter " + SECONDS + " must be a whole number, not: " + seconds);
        }
        container.info("Idle for " + seconds + " seconds.");
        return Optional.of(Duration.ofSeconds(Long.parseLong(seconds)));
    }

    @Override
    public void train(TrainingContainer container) {
        throw new UnsupportedOperationException("It only idles.");
    }

    @Override
    public Predictor load(Map<String, byte[]> modelFiles) throws ContainerFailure {
        throw ContainerFailure.client("An idle container answers no requests.");
    }
}
