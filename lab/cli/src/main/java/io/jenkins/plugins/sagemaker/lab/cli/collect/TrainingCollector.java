package io.jenkins.plugins.sagemaker.lab.cli.collect;

import io.jenkins.plugins.sagemaker.lab.cli.Cloud;
import io.jenkins.plugins.sagemaker.lab.cli.report.Training;
import io.jenkins.plugins.sagemaker.lab.cli.report.Training.Phase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;

/** A {@code sagemakerTrain} step: the job as SageMaker knows it now, and the curves in its log. */
final class TrainingCollector implements AutoCloseable {

    private static final Pattern CREATED = Pattern.compile("Training job (\\S+): (https?://\\S+)");
    private static final Pattern LOG = Pattern.compile("Log of the job: (https?://\\S+)");

    private final SageMakerClient sageMaker;
    private final CloudWatchLogsClient logs;

    TrainingCollector(Cloud cloud) {
        sageMaker = cloud.client(SageMakerClient.builder());
        logs = cloud.client(CloudWatchLogsClient.builder());
    }

    /**
     * What a step tells of a job.
     *
     * @param returned what the step has returned of it
     */
    private record Told(String jobName, String consoleUrl, String logUrl, Values returned) {}

    /** The job of a training, or the best one of a tuning; nothing if there is none. */
    Optional<Training> collect(FlowNode node) {
        List<String> printed = Graph.log(node);
        return told(node, printed).map(told -> of(node, told, printed));
    }

    private static Optional<Told> told(FlowNode node, List<String> printed) {
        Values returned = Values.returnedBy(node);
        Matcher created = last(CREATED, printed); // the attempts before it found no capacity
        if (created != null) {
            Matcher log = last(LOG, printed);
            return Optional.of(new Told(
                    created.group(1),
                    created.group(2),
                    log == null ? returned.text("logUrl") : log.group(1),
                    returned));
        }
        Values best = returned.values("bestTrainingJob");
        return best.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Told(best.text("trainingJobName"), best.text("consoleUrl"), best.text("logUrl"), best));
    }

    private Training of(FlowNode node, Told told, List<String> printed) {
        try {
            var job = sageMaker.describeTrainingJob(r -> r.trainingJobName(told.jobName()));
            return of(node, job, printed, told.consoleUrl(), told.logUrl());
        } catch (SdkException e) {
            // The report is worth having without the job: say what is missing where its status would stand.
            return new Training(
                    Graph.stageName(node),
                    told.jobName(),
                    "unknown",
                    "The job could not be read for this report: " + e.getMessage(),
                    "",
                    0,
                    0,
                    told.returned().numbers("metrics"),
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of(),
                    told.returned().text("modelDataUrl"),
                    told.consoleUrl(),
                    told.logUrl());
        }
    }

    private Training of(
            FlowNode node, DescribeTrainingJobResponse job, List<String> printed, String consoleUrl, String logUrl) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        job.finalMetricDataList()
                .forEach(m ->
                        metrics.put(m.metricName(), Double.valueOf(m.value().toString())));
        var resources = job.resourceConfig();
        return new Training(
                Graph.stageName(node),
                job.trainingJobName(),
                job.trainingJobStatusAsString(),
                Optional.ofNullable(job.failureReason()).orElse(""),
                resources.instanceCount() + " x " + resources.instanceTypeAsString(),
                Optional.ofNullable(job.trainingTimeInSeconds()).orElse(0),
                Optional.ofNullable(job.billableTimeInSeconds()).orElse(0),
                metrics,
                Gates.of(Values.givenTo(node).texts("metricThresholds"), metrics, met(printed)),
                phases(job),
                Curves.read(logs, job),
                new LinkedHashMap<>(job.hyperParameters()),
                job.modelArtifacts() == null ? "" : job.modelArtifacts().s3ModelArtifacts(),
                consoleUrl,
                logUrl);
    }

    private static List<String> met(List<String> printed) {
        return printed.stream()
                .map(String::strip)
                .filter(line -> line.startsWith("threshold met: "))
                .map(line -> line.substring("threshold met: ".length()))
                .toList();
    }

    private static List<Phase> phases(DescribeTrainingJobResponse job) {
        return job.secondaryStatusTransitions().stream()
                .filter(t -> t.startTime() != null && t.endTime() != null)
                .map(t -> new Phase(
                        t.statusAsString(),
                        Duration.between(t.startTime(), t.endTime()).toMillis() / 1000.0))
                .toList();
    }

    private static Matcher last(Pattern pattern, List<String> lines) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .reduce((before, after) -> after)
                .orElse(null);
    }

    @Override
    public void close() {
        sageMaker.close();
        logs.close();
    }
}
