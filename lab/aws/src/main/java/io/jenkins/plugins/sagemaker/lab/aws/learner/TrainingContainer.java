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

    /** What the request says about the container itself. */
    ContainerSetting setting();

    /** The same as {@link #log(String)} for one of the job's hosts. */
    void log(String host, String line);

    /** Puts a file into {@code /opt/ml/output/data}. */
    void saveOutput(String path, byte[] content);

    /**
     * Reads a {@code .tar.gz} of S3, as a program in the container does.
     *
     * @return its plain files, by path
     * @throws ContainerFailure if nothing is there, or something else
     */
    Map<String, byte[]> unpack(String s3Uri) throws ContainerFailure;

    /** Whether the request says where checkpoints are kept, so that they outlive the instances. */
    boolean hasCheckpoints();

    /** What {@code /opt/ml/checkpoints} holds when the container starts, by path. */
    Map<String, byte[]> checkpoints();

    /** Puts a file into {@code /opt/ml/checkpoints}, which SageMaker copies to S3. */
    void checkpoint(String path, byte[] content);

    /** Lets something happen when the job is being stopped; at once if it is already. */
    void onStop(Runnable signal);
}
