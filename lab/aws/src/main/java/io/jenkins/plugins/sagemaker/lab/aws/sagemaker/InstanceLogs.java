package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What the containers of a training job print: one CloudWatch stream per instance. Metrics are read off as lines pass.
 */
final class InstanceLogs {

    private static final String GROUP = "/aws/sagemaker/TrainingJobs";
    private static final DateTimeFormatter PREFIX =
            DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final TrainingJob job;
    private final Surroundings surroundings;
    private final long started;

    InstanceLogs(TrainingJob job, Surroundings surroundings) {
        this.job = job;
        this.surroundings = surroundings;
        this.started = surroundings.timeline().now().getEpochSecond();
    }

    void log(String host, String line) {
        Instant now = Time.now(surroundings.timeline());
        surroundings.logs().append(job.place().account(), job.place().region(), GROUP, stream(host), now, line);
        job.metrics().observe(line, now);
    }

    void info(String host, String message) {
        log(host, prefix("INFO") + message);
    }

    void error(String host, String message) {
        log(host, prefix("ERROR") + message);
    }

    private String prefix(String level) {
        return "[" + PREFIX.format(surroundings.timeline().now()) + " " + level + " 1] ";
    }

    private String stream(String host) {
        return job.name() + "/" + host + "-" + started;
    }
}
