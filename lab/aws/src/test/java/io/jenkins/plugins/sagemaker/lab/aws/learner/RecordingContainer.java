package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A training container that keeps what the algorithm does in it. */
final class RecordingContainer implements TrainingContainer {

    private final Map<String, String> hyperparameters = new LinkedHashMap<>();
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Map<String, byte[]> checkpoints = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final Map<String, byte[]> model = new LinkedHashMap<>();
    private Duration passed = Duration.ZERO;
    private int pacesBeforeStop = Integer.MAX_VALUE;

    RecordingContainer with(String hyperparameter, String value) {
        hyperparameters.put(hyperparameter, value);
        return this;
    }

    RecordingContainer without(String hyperparameter) {
        hyperparameters.remove(hyperparameter);
        return this;
    }

    RecordingContainer with(Channel channel) {
        channels.put(channel.name(), channel);
        return this;
    }

    RecordingContainer withCsv(String channel, String csv) {
        return with(new Channel(
                channel,
                "text/csv",
                List.of(new Channel.InputFile(channel + ".csv", () -> csv.getBytes(StandardCharsets.UTF_8)))));
    }

    RecordingContainer stoppedAfter(int paces) {
        pacesBeforeStop = paces;
        return this;
    }

    List<String> lines() {
        return lines;
    }

    Map<String, byte[]> model() {
        return model;
    }

    @Override
    public Map<String, byte[]> checkpoints() {
        return checkpoints;
    }

    Duration passed() {
        return passed;
    }

    /** The values of a metric in the order logged. */
    List<Double> metric(Algorithm algorithm, String name) {
        MetricDefinition definition = algorithm.metricDefinitions().stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<Double> values = new ArrayList<>();
        for (String line : lines) {
            var matcher = definition.regex().matcher(line);
            if (matcher.find()) {
                values.add(Double.parseDouble(matcher.group(1)));
            }
        }
        return values;
    }

    @Override
    public String host() {
        return "algo-1";
    }

    @Override
    public Map<String, String> hyperparameters() {
        return hyperparameters;
    }

    @Override
    public Map<String, Channel> channels() {
        return channels;
    }

    @Override
    public void log(String line) {
        lines.add(line);
    }

    @Override
    public void info(String message) {
        lines.add("[INFO] " + message);
    }

    @Override
    public boolean pace(Duration duration) {
        passed = passed.plus(duration);
        return --pacesBeforeStop > 0;
    }

    @Override
    public void save(String path, byte[] content) {
        model.put(path, content);
    }

    @Override
    public ContainerSetting setting() {
        return new ContainerSetting(List.of(), Map.of(), "ml.m5.large", List.of(host()));
    }

    @Override
    public void log(String host, String line) {
        lines.add(host + ": " + line);
    }

    @Override
    public void saveOutput(String path, byte[] content) {
        throw new UnsupportedOperationException("Learners leave a model and nothing else.");
    }

    @Override
    public Map<String, byte[]> unpack(String s3Uri) {
        throw new UnsupportedOperationException("Learners read their channels and nothing else.");
    }

    @Override
    public boolean hasCheckpoints() {
        return true;
    }

    @Override
    public void checkpoint(String path, byte[] content) {
        checkpoints.put(path, content);
    }

    @Override
    public void onStop(Runnable signal) {
        throw new UnsupportedOperationException("Learners hear of the end when they pace.");
    }
}
