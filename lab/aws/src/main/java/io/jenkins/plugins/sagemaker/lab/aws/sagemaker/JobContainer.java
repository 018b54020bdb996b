package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Channel;
import io.jenkins.plugins.sagemaker.lab.aws.learner.ContainerFailure;
import io.jenkins.plugins.sagemaker.lab.aws.learner.TrainingContainer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The container in which a job's algorithm runs. A job of several instances trains on the first; the others log that they
 * have joined it.
 */
final class JobContainer implements TrainingContainer {

    private static final String FIRST = "algo-1";

    private final TrainingJob job;
    private final Map<String, Channel> channels;
    private final InstanceLogs logs;
    private final Timeline timeline;
    private final Map<String, byte[]> model = new ConcurrentHashMap<>();
    private volatile boolean stopRequested;

    JobContainer(TrainingJob job, Map<String, Channel> channels, InstanceLogs logs, Timeline timeline) {
        this.job = job;
        this.channels = channels;
        this.logs = logs;
        this.timeline = timeline;
    }

    /** The start of the other instances, which wait for the first. */
    void join() {
        int instances = TrainingRules.instanceCount(job.request().get("ResourceConfig"));
        for (int i = 2; i <= instances; i++) {
            logs.info("algo-" + i, "Host algo-" + i + " of " + instances + " has joined " + FIRST + ".");
        }
    }

    @Override
    public String host() {
        return FIRST;
    }

    @Override
    public Map<String, String> hyperparameters() {
        Map<String, String> values = new LinkedHashMap<>();
        job.request()
                .path("HyperParameters")
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return values;
    }

    @Override
    public Map<String, Channel> channels() {
        return channels;
    }

    @Override
    public void log(String line) {
        logs.log(FIRST, line);
    }

    @Override
    public void info(String message) {
        logs.info(FIRST, message);
    }

    void failed(ContainerFailure failure) {
        logs.error(FIRST, failure.logLine());
    }

    @Override
    public boolean pace(Duration duration) throws InterruptedException {
        if (!stopRequested) {
            timeline.sleep(duration);
        }
        return !stopRequested;
    }

    /** SIGTERM. */
    void requestStop() {
        stopRequested = true;
    }

    @Override
    public void save(String path, byte[] content) {
        model.put(path, content);
    }

    /** What the algorithm has saved. */
    Map<String, byte[]> model() {
        return model;
    }
}
