package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Channel;
import io.jenkins.plugins.sagemaker.lab.aws.learner.ContainerFailure;
import io.jenkins.plugins.sagemaker.lab.aws.learner.ContainerSetting;
import io.jenkins.plugins.sagemaker.lab.aws.learner.TrainingContainer;
import io.jenkins.plugins.sagemaker.lab.aws.s3.ObjectStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The container in which a job's algorithm runs; one object for all of the job's instances. */
final class JobContainer implements TrainingContainer {

    private static final String FIRST = "algo-1";

    private final TrainingJob job;
    private final Map<String, Channel> channels;
    private final InstanceLogs logs;
    private final Timeline timeline;
    private final ObjectStore objects;
    private final Checkpoints checkpoints;
    private final Map<String, byte[]> model = new ConcurrentHashMap<>();
    private final Map<String, byte[]> output = new ConcurrentHashMap<>();
    private final List<Runnable> stopSignals = new ArrayList<>();
    private volatile boolean stopRequested;

    JobContainer(TrainingJob job, Map<String, Channel> channels, Surroundings surroundings) {
        this.job = job;
        this.channels = channels;
        this.logs = new InstanceLogs(job, surroundings);
        this.timeline = surroundings.timeline();
        this.objects = surroundings.objects();
        this.checkpoints = new Checkpoints(objects, job.request());
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
    public void log(String host, String line) {
        logs.log(host, line);
    }

    @Override
    public ContainerSetting setting() {
        JsonNode algorithm = job.request().get("AlgorithmSpecification");
        List<String> command = new ArrayList<>();
        algorithm.path("ContainerEntrypoint").forEach(part -> command.add(part.asText()));
        algorithm.path("ContainerArguments").forEach(part -> command.add(part.asText()));
        Map<String, String> environment = new LinkedHashMap<>();
        job.request()
                .path("Environment")
                .properties()
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().asText()));
        environment.put("TRAINING_JOB_NAME", job.name());
        environment.put("TRAINING_JOB_ARN", job.arn());
        environment.put("AWS_REGION", job.place().region());
        environment.put("AWS_DEFAULT_REGION", job.place().region());
        List<String> hosts = new ArrayList<>();
        for (int i = 1; i <= TrainingRules.instanceCount(job.request().get("ResourceConfig")); i++) {
            hosts.add("algo-" + i);
        }
        return new ContainerSetting(
                command, environment, job.instanceTypes().iterator().next(), hosts);
    }

    @Override
    public void saveOutput(String path, byte[] content) {
        output.put(path, content);
    }

    /** What the algorithm has left beside the model. */
    Map<String, byte[]> output() {
        return output;
    }

    @Override
    public Map<String, byte[]> unpack(String s3Uri) throws ContainerFailure {
        S3Location place = S3Location.parse(s3Uri);
        byte[] archive = objects.get(place.bucket(), place.key())
                .orElseThrow(() ->
                        ContainerFailure.client("Data download failed:NoSuchKey (404): " + place + " does not exist."))
                .content();
        try {
            return ModelArchive.unpack(archive);
        } catch (IOException e) {
            throw ContainerFailure.client("The archive " + place + " cannot be unpacked: " + e.getMessage() + ".");
        }
    }

    @Override
    public boolean hasCheckpoints() {
        return checkpoints.areKept();
    }

    @Override
    public Map<String, byte[]> checkpoints() {
        return checkpoints.all();
    }

    @Override
    public void checkpoint(String path, byte[] content) {
        checkpoints.put(path, content);
    }

    /** Lets something happen once, when the next checkpoint is in S3. */
    void onNextCheckpoint(Runnable action) {
        checkpoints.onNext(action);
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

    @Override
    public void onStop(Runnable signal) {
        synchronized (stopSignals) {
            if (!stopRequested) {
                stopSignals.add(signal);
                return;
            }
        }
        signal.run();
    }

    /** SIGTERM. */
    void requestStop() {
        List<Runnable> signals;
        synchronized (stopSignals) {
            stopRequested = true;
            signals = List.copyOf(stopSignals);
            stopSignals.clear();
        }
        signals.forEach(Runnable::run);
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
