package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.time.Duration;
import java.util.Map;

/**
 * What a training container is given when it starts, and what it can do: the {@code /opt/ml} contract, held in memory.
 */
public interface TrainingContainer {

    /** The container's host name, {@code algo-1} for the first. */
    String host();

    /** {@code /opt/ml/input/config/hyperparameters.json}. */
    Map<String, String> hyperparameters();

    /** {@code /opt/ml/input/data}, by channel name. */
    Map<String, Channel> channels();

    /** Writes one line of the container's output, without a time stamp; it is in CloudWatch Logs when this returns. */
    void log(String line);

    /** The same with the date, time and level that SageMaker's built-in algorithms write in front. */
    void info(String message);

    /**
     * Lets AWS's time pass, so that an epoch takes as long as clients expect one to take.
     *
     * @return false if the job is being stopped: the container is to save what it has and return
     */
    boolean pace(Duration duration) throws InterruptedException;

    /** Puts a file into {@code /opt/ml/model}. */
    void save(String path, byte[] content);
}
