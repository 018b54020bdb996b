package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a container image does: trains a model, and serves it. Implementations keep no state between calls and are used
 * by many threads at once.
 */
public interface Algorithm {

    /**
     * The metrics that SageMaker collects for this algorithm without being told, as it does for its built-in ones;
     * empty for an algorithm that has none of its own.
     */
    List<MetricDefinition> metricDefinitions();

    /** Whether it writes checkpoints where the request has a place for them; others begin anew after an interruption. */
    default boolean writesCheckpoints() {
        return true;
    }

    /** Whether it runs on all of the job's hosts and writes their logs; others train on the first alone. */
    default boolean runsOnEveryHost() {
        return false;
    }

    /**
     * Runs the training container until the training is done. May take as long as it needs, but gives AWS's time its
     * due with {@link TrainingContainer#pace}.
     *
     * @throws ContainerFailure if the container ends with an exit code other than 0
     */
    void train(TrainingContainer container) throws ContainerFailure, InterruptedException;

    /**
     * For how long the container does nothing at all, instead of {@link #train}. Such a wait holds no thread, so that
     * there can be ten thousands of them; empty for an algorithm that trains.
     *
     * @throws ContainerFailure if the container ends with an exit code other than 0
     */
    default Optional<Duration> idles(TrainingContainer container) throws ContainerFailure {
        return Optional.empty();
    }

    /**
     * Starts the serving container.
     *
     * @param modelFiles what {@code /opt/ml/model} holds, by path; empty if the model has no data
     * @return what answers requests from then on, safe for use by many threads
     * @throws ContainerFailure if the container does not come up, so that it fails its health check
     */
    Predictor load(Map<String, byte[]> modelFiles) throws ContainerFailure;
}
