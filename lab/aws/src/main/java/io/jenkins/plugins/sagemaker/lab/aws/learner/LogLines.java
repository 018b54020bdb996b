package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Learns nothing and prints a lot, to show what long logs do. Hyperparameters: {@code lines} for each host, and
 * {@code seconds} of AWS's time over which they are spread, 0 if not given.
 */
final class LogLines implements Algorithm {

    private static final int MOST_LINES = 10_000_000;
    private static final int LONGEST_SECONDS = 30 * 24 * 3600;
    private static final int LINES_AT_ONCE = 1000;

    @Override
    public List<MetricDefinition> metricDefinitions() {
        return List.of();
    }

    @Override
    public boolean runsOnEveryHost() {
        return true;
    }

    @Override
    public boolean writesCheckpoints() {
        return false;
    }

    @Override
    public void train(TrainingContainer container) throws ContainerFailure, InterruptedException {
        var given = new Hyperparameters(container.hyperparameters());
        given.allowOnly(Set.of("lines", "seconds"));
        int lines = given.requiredInteger("lines", 1, MOST_LINES);
        int seconds = given.integer("seconds", 0, 0, LONGEST_SECONDS);
        Duration pause = Duration.ofMillis(seconds * 1000L * Math.min(lines, LINES_AT_ONCE) / lines);
        int line = 0;
        while (line < lines) {
            line++;
            for (String host : container.setting().hosts()) {
                container.log(host, "line " + line + " of " + lines + " on " + host);
            }
            if (line % LINES_AT_ONCE == 0 && !container.pace(pause)) {
                break;
            }
        }
        container.save("lines.txt", Integer.toString(line).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Predictor load(Map<String, byte[]> modelFiles) throws ContainerFailure {
        throw ContainerFailure.algorithm("There is nothing to serve: log-lines prints and does nothing else.");
    }
}
