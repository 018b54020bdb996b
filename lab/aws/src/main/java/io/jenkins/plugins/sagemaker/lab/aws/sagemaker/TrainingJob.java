package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A training job as {@code DescribeTrainingJob} shows it: the request, and what has become of it. */
final class TrainingJob implements Listed {

    static final String IN_PROGRESS = "InProgress";
    static final String STOPPING = "Stopping";

    private static final Set<String> NOT_DESCRIBED = Set.of("Tags", "SessionChainingConfig");

    /** What spot capacity costs of the same time on demand, roughly. */
    private static final double SPOT_SHARE = 0.3;

    private final ObjectNode request;
    private final Place place;
    private final Instant created;
    private final FinalMetrics metrics;
    private final List<Transition> transitions = new ArrayList<>();
    private String status = IN_PROGRESS;
    private Instant modified;
    private Instant trainingStart;
    private Instant trainingEnd;
    private Instant attemptStart;
    private Duration ran = Duration.ZERO;
    private String failureReason;
    private String artifacts;

    TrainingJob(ObjectNode request, Place place, FinalMetrics metrics, Instant created) {
        this.request = request;
        this.place = place;
        this.metrics = metrics;
        this.created = created;
        this.modified = created;
    }

    @Override
    public String name() {
        return request.get("TrainingJobName").asText();
    }

    String arn() {
        return place.arn("training-job", name());
    }

    Place place() {
        return place;
    }

    /** The request as it was checked; not to be changed. */
    ObjectNode request() {
        return request;
    }

    FinalMetrics metrics() {
        return metrics;
    }

    boolean isSpot() {
        return request.path("EnableManagedSpotTraining").asBoolean();
    }

    /** The types of its instances, one for each group of them. */
    Set<String> instanceTypes() {
        Set<String> types = new LinkedHashSet<>();
        JsonNode resources = request.get("ResourceConfig");
        if (resources.has("InstanceType")) {
            types.add(resources.get("InstanceType").asText());
        }
        resources
                .path("InstanceGroups")
                .forEach(group -> types.add(group.path("InstanceType").asText()));
        return types;
    }

    /** Begins the next secondary status; the one before ends. */
    synchronized void enter(String secondary, String message, Instant now) {
        endTransition(now);
        transitions.add(new Transition(secondary, message, now, null));
        modified = now;
    }

    /** Says something new about the present secondary status. */
    synchronized void say(String message, Instant now) {
        Transition last = transitions.remove(transitions.size() - 1);
        transitions.add(new Transition(last.status(), message, last.start(), null));
        modified = now;
    }

    /** The instances are there; from now on the job is billed. */
    synchronized void started(Instant now) {
        trainingStart = trainingStart == null ? now : trainingStart;
        attemptStart = now;
        modified = now;
    }

    /** The instances are gone, and with them the bill, until others are there. */
    synchronized void interrupted(Instant now) {
        ran = ran(now);
        attemptStart = null;
        modified = now;
    }

    /** How long the job has had instances. */
    synchronized Duration ran(Instant now) {
        return attemptStart == null ? ran : ran.plus(Duration.between(attemptStart, now));
    }

    synchronized void stopping(Instant now) {
        status = STOPPING;
        enter("Stopping", "Stopping the training job", now);
    }

    synchronized void uploaded(String uri) {
        artifacts = uri;
    }

    /** The last change of a job. */
    synchronized void end(String finalStatus, String secondary, String message, String reason, Instant now) {
        enter(secondary, message, now);
        endTransition(now);
        status = finalStatus;
        failureReason = reason;
        if (trainingStart != null) {
            trainingEnd = now;
            ran = ran(now);
            attemptStart = null;
        }
    }

    private void endTransition(Instant now) {
        if (!transitions.isEmpty()) {
            Transition last = transitions.remove(transitions.size() - 1);
            transitions.add(new Transition(last.status(), last.message(), last.start(), now));
        }
    }

    @Override
    public synchronized String status() {
        return status;
    }

    @Override
    public Instant created() {
        return created;
    }

    @Override
    public synchronized Instant modified() {
        return modified;
    }

    private String secondaryStatus() {
        return transitions.get(transitions.size() - 1).status();
    }

    @Override
    public synchronized ObjectNode summary() {
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        summary.put("TrainingJobName", name());
        summary.put("TrainingJobArn", arn());
        summary.put("CreationTime", Time.json(created));
        if (trainingEnd != null) {
            summary.put("TrainingEndTime", Time.json(trainingEnd));
        }
        summary.put("LastModifiedTime", Time.json(modified));
        summary.put("TrainingJobStatus", status);
        summary.put("SecondaryStatus", secondaryStatus());
        return summary;
    }

    synchronized ObjectNode describe() {
        ObjectNode answer = request.deepCopy();
        answer.remove(NOT_DESCRIBED);
        for (String flag : List.of(
                "EnableNetworkIsolation", "EnableInterContainerTrafficEncryption", "EnableManagedSpotTraining")) {
            answer.put(flag, request.path(flag).asBoolean());
        }
        answer.put("TrainingJobArn", arn());
        answer.put("TrainingJobStatus", status);
        answer.put("SecondaryStatus", secondaryStatus());
        answer.put("CreationTime", Time.json(created));
        answer.put("LastModifiedTime", Time.json(modified));
        if (artifacts != null) {
            answer.putObject("ModelArtifacts").put("S3ModelArtifacts", artifacts);
        }
        if (failureReason != null) {
            answer.put("FailureReason", failureReason);
        }
        ArrayNode list = answer.putArray("SecondaryStatusTransitions");
        transitions.forEach(transition -> list.add(transition.json()));
        describeTimes(answer);
        metrics.describe(answer);
        return answer;
    }

    private void describeTimes(ObjectNode answer) {
        if (trainingStart != null) {
            answer.put("TrainingStartTime", Time.json(trainingStart));
        }
        if (trainingEnd != null) {
            answer.put("TrainingEndTime", Time.json(trainingEnd));
            long seconds = ran.toSeconds();
            answer.put("TrainingTimeInSeconds", seconds);
            answer.put("BillableTimeInSeconds", isSpot() ? Math.max(1, Math.round(seconds * SPOT_SHARE)) : seconds);
        }
    }

    private record Transition(String status, String message, Instant start, Instant end) {
        ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("Status", status);
            json.put("StartTime", Time.json(start));
            if (end != null) {
                json.put("EndTime", Time.json(end));
            }
            return json.put("StatusMessage", message);
        }
    }
}
