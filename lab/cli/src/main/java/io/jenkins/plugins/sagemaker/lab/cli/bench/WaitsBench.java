package io.jenkins.plugins.sagemaker.lab.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lab/run bench waits}: what it costs to wait for very many training jobs at the same time. */
@Command(
        name = "waits",
        description = "Measures very many waits for training jobs on the local AWS, in accelerated time.",
        exitCodeOnInvalidInput = BenchCommand.USAGE,
        mixinStandardHelpOptions = true)
final class WaitsBench implements Callable<Integer> {

    private static final double NAIVE_REQUESTS_PER_REAL_SECOND = 600;
    private static final double NAIVE_EVERY_SECONDS = 30;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "1000",
            split = ",",
            description = "How many at the same time; several numbers with commas between. Default: ${DEFAULT-VALUE}")
    private List<Integer> jobs;

    @Option(names = "--naive", description = "Watch each job by one look every 30 seconds too, as other tools do.")
    private boolean naive;

    @Option(
            names = "--logs",
            defaultValue = "FAILURE",
            description = "As the step's argument: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private Logs logs;

    @Option(names = "--push", description = "EventBridge tells of changes through a queue.")
    private boolean push;

    @Option(names = "--limits", description = "AWS's own rate limits hold while it is measured.")
    private boolean limits;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "60",
            description = "Seconds of AWS's time in one of ours. Default: ${DEFAULT-VALUE}")
    private double speed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (speed <= 0 || jobs.stream().anyMatch(n -> n < 1)) {
            throw new ParameterException(spec.commandLine(), "--jobs and --speed must be greater than 0.");
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("java", Runtime.version().toString());
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.put("speed", speed);
        figures.put("logs", logs);
        figures.put("limits", limits);
        figures.put("push", push);
        for (int count : jobs) {
            figures.put("plugin " + count, plugin(count));
            if (naive) {
                figures.put("naive " + count, naive(count));
            }
        }
        spec.commandLine()
                .getOut()
                .println(new ObjectMapper()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(figures));
        return 0;
    }

    private Map<String, Object> plugin(int count) throws Exception {
        Path home = Files.createTempDirectory("bench-waits-");
        try (CloudProcess cloud = CloudProcess.start(speed);
                var waits = new PluginWaits(cloud, speed, logs.name(), home)) {
            if (push) {
                waits.hear();
            }
            return waits.measure(count, limits);
        } finally {
            FileUtils.deleteDirectory(home.toFile());
        }
    }

    /** Slower, so that this machine can make all those requests. */
    private Map<String, Object> naive(int count) throws Exception {
        double slower = Math.min(speed, NAIVE_REQUESTS_PER_REAL_SECOND * NAIVE_EVERY_SECONDS / count);
        try (CloudProcess cloud = CloudProcess.start(slower)) {
            Map<String, Object> figures = new NaiveWaits(cloud, slower, count).measure(Duration.ofMinutes(5), limits);
            figures.put("speed", slower);
            return figures;
        }
    }
}
