package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A tuning job as {@code DescribeHyperParameterTuningJob} shows it: the request, its training jobs, and what has become of it. */
final class TuningJob implements Listed {

    static final String IN_PROGRESS = "InProgress";
    static final String STOPPING = "Stopping";

    private final ObjectNode request;
    private final Place place;
    private final Instant created;
    private final List<TuningJob> parents;
    private final List<TunedJob> jobs = new ArrayList<>();
    private final Progression progression = new Progression();
    private String status = IN_PROGRESS;
    private Instant modified;
    private Instant ended;
    private String failureReason;

    /** @param parents whose results it starts from */
    TuningJob(ObjectNode request, Place place, List<TuningJob> parents, Instant created) {
        this.request = request;
        this.place = place;
        this.parents = List.copyOf(parents);
        this.created = created;
        this.modified = created;
    }

    @Override
    public String name() {
        return request.get("HyperParameterTuningJobName").asText();
    }

    String arn() {
        return place.arn("hyper-parameter-tuning-job", name());
    }

    JsonNode config() {
        return request.get("HyperParameterTuningJobConfig");
    }

    JsonNode tags() {
        return request.path("Tags");
    }

    List<TuningJob> parents() {
        return parents;
    }

    @Override
    public Instant created() {
        return created;
    }

    @Override
    public synchronized Instant modified() {
        return modified;
    }

    @Override
    public synchronized String status() {
        return status;
    }

    synchronized List<TunedJob> jobs() {
        return List.copyOf(jobs);
    }

    synchronized void launched(TunedJob job, Instant now) {
        jobs.add(job);
        modified = now;
    }

    Progression progression() {
        return progression;
    }

    boolean isOver() {
        return !Set.of(IN_PROGRESS, STOPPING).contains(status());
    }

    synchronized void stopping(Instant now) {
        status = STOPPING;
        modified = now;
    }

    synchronized void end(String finalStatus, String reason, Instant now) {
        status = finalStatus;
        failureReason = reason;
        ended = now;
        modified = now;
    }

    Optional<TunedJob> best() {
        return best(jobs());
    }

    private static Optional<TunedJob> best(Collection<TunedJob> among) {
        return among.stream()
                .filter(job -> job.objective().isPresent())
                .max(Comparator.comparingDouble(TunedJob::score));
    }

    private Optional<TunedJob> overallBest() {
        List<TunedJob> all = new ArrayList<>(jobs());
        parents.forEach(parent -> all.addAll(parent.jobs()));
        return best(all);
    }

    @Override
    public ObjectNode summary() {
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        summary.put("HyperParameterTuningJobName", name());
        summary.put("HyperParameterTuningJobArn", arn());
        summary.set("Strategy", config().get("Strategy"));
        summary.set("ResourceLimits", config().get("ResourceLimits"));
        describeState(summary);
        return summary;
    }

    ObjectNode describe(Instant now) {
        ObjectNode answer = request.deepCopy();
        answer.remove("Tags");
        answer.put("HyperParameterTuningJobArn", arn());
        describeState(answer);
        best().ifPresent(best -> answer.set("BestTrainingJob", best.summary()));
        if (request.at("/WarmStartConfig/WarmStartType").asText().equals("IdenticalDataAndAlgorithm")) {
            overallBest().ifPresent(best -> answer.set("OverallBestTrainingJob", best.summary()));
        }
        progression.describe(answer.putObject("TuningJobCompletionDetails"));
        describeEnd(answer, now);
        return answer;
    }

    private synchronized void describeEnd(ObjectNode answer, Instant now) {
        if (failureReason != null) {
            answer.put("FailureReason", failureReason);
        }
        answer.putObject("ConsumedResources")
                .put(
                        "RuntimeInSeconds",
                        Duration.between(created, ended == null ? now : ended).toSeconds());
    }

    private synchronized void describeState(ObjectNode answer) {
        answer.put("HyperParameterTuningJobStatus", status);
        answer.put("CreationTime", Time.json(created));
        answer.put("LastModifiedTime", Time.json(modified));
        if (ended != null) {
            answer.put("HyperParameterTuningEndTime", Time.json(ended));
        }
        count(
                answer.putObject("TrainingJobStatusCounters"),
                TuningJob::counter,
                List.of("Completed", "InProgress", "RetryableError", "NonRetryableError", "Stopped"));
        count(
                answer.putObject("ObjectiveStatusCounters"),
                TunedJob::objectiveStatus,
                List.of("Succeeded", "Pending", "Failed"));
    }

    private void count(ObjectNode counters, Function<TunedJob, String> kind, List<String> kinds) {
        Map<String, Long> counts = jobs.stream().collect(Collectors.groupingBy(kind, Collectors.counting()));
        kinds.forEach(one -> counters.put(one, counts.getOrDefault(one, 0L)));
    }

    private static String counter(TunedJob job) {
        if (!job.isOver()) {
            return "InProgress";
        }
        if (!job.hasFailed()) {
            return job.status();
        }
        String reason = job.summary().path("FailureReason").asText();
        return reason.startsWith("InternalServerError") ? "RetryableError" : "NonRetryableError";
    }
}
