package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.ApiShape;
import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.ConsoleLinks;
import io.jenkins.plugins.sagemaker.aws.LogTail;
import io.jenkins.plugins.sagemaker.aws.S3Location;
import io.jenkins.plugins.sagemaker.aws.S3Staging;
import io.jenkins.plugins.sagemaker.operation.Operation;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.WorkspaceChannel;
import io.jenkins.plugins.sagemaker.training.TrainingState.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

/**
 * A SageMaker training job, from the data in the workspace to the model in S3. Only {@code Completed} is a success: a job that was
 * stopped, by whomever, or ran out of time has not produced what the pipeline goes on with.
 */
public record TrainingOperation(TrainingRequest request) implements Operation<Aws, TrainingState, TrainingResult> {

    static final String LOG_GROUP = "/aws/sagemaker/TrainingJobs";

    /** The tag by which a job is known as this operation's own. */
    static final String TOKEN_TAG = "jenkins:operation";

    private static final int QUIET_READS = 2;
    private static final int LAST_LINES = 20;

    @Override
    public String name() {
        return "training job " + request.jobName();
    }

    @Override
    public TrainingState begin() {
        return TrainingState.first(
                request.jobName(),
                UUID.randomUUID().toString(),
                !request.workspaceChannels().isEmpty());
    }

    @Override
    public Progress<TrainingState, TrainingResult> advance(TrainingState state, Aws aws)
            throws RemoteException, InterruptedException {
        return switch (state.phase()) {
            case STAGE -> stage(state, aws);
            case CREATE -> create(state, aws);
            case WATCH -> watch(state, aws);
            case DRAIN -> drain(state, aws);
        };
    }

    private Progress<TrainingState, TrainingResult> stage(TrainingState state, Aws aws)
            throws RemoteException, InterruptedException {
        Map<String, String> locations = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (WorkspaceChannel channel : request.workspaceChannels()) {
            S3Location below =
                    S3Location.parse("s3UploadPath", request.uploadPath()).child(channel.name());
            var staged = S3Staging.stage(aws, channel.path(), below);
            locations.put(channel.name(), staged.location().toString());
            lines.add("Channel " + channel.name() + ": " + staged.files() + " files (" + staged.bytes() + " bytes) of "
                    + channel.path() + " at " + staged.location());
        }
        return Progress.next(state.staged(locations), lines);
    }

    private Progress<TrainingState, TrainingResult> create(TrainingState state, Aws aws)
            throws RemoteException, InterruptedException {
        if (find(state, aws).isEmpty()) {
            CreateTrainingJobRequest create;
            try {
                create = toCreate(state);
            } catch (IllegalArgumentException e) {
                throw new RemoteException(Kind.INVALID, "", e.getMessage(), e);
            }
            try {
                Aws.call(
                        "create training job " + state.jobName(),
                        () -> aws.sageMaker().createTrainingJob(create));
            } catch (RemoteException e) {
                // The answer to an earlier try may have been lost: then the job is there, and ours.
                if (e.kind() != Kind.CONFLICT || find(state, aws).isEmpty()) {
                    throw e;
                }
            }
        }
        return Progress.changed(
                state.in(Phase.WATCH),
                List.of("Training job " + state.jobName() + ": "
                        + ConsoleLinks.trainingJob(aws.region(), state.jobName())));
    }

    /** The job of this name if it is there and ours. */
    private Optional<DescribeTrainingJobResponse> find(TrainingState state, Aws aws)
            throws RemoteException, InterruptedException {
        DescribeTrainingJobResponse job;
        try {
            job = describeJob(state, aws);
        } catch (RemoteException e) {
            if (e.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw e;
        }
        boolean ours = Aws.call(
                        "read the tags of training job " + state.jobName(),
                        () ->
                                aws
                                        .sageMaker()
                                        .listTagsPaginator(r -> r.resourceArn(job.trainingJobArn()))
                                        .tags()
                                        .stream())
                .anyMatch(t -> t.key().equals(TOKEN_TAG) && t.value().equals(state.token()));
        if (!ours) {
            throw new RemoteException(
                    Kind.INVALID,
                    "",
                    "There is already a training job " + state.jobName() + " in " + aws.region()
                            + ", and it is not this build's: give another trainingJobName, or a baseJobName to have one made.",
                    null);
        }
        return Optional.of(job);
    }

    private Progress<TrainingState, TrainingResult> watch(TrainingState state, Aws aws)
            throws RemoteException, InterruptedException {
        var job = describeJob(state, aws);
        List<String> lines = new ArrayList<>();
        var transitions = job.secondaryStatusTransitions();
        for (var t : transitions.subList(Math.min(state.transitions(), transitions.size()), transitions.size())) {
            lines.add(state.jobName() + ": " + t.statusAsString()
                    + (t.statusMessage() == null || t.statusMessage().isBlank() ? "" : " - " + t.statusMessage()));
        }
        var news = request.logs() == Logs.ALL ? readLog(state, aws) : nothingNew(state);
        lines.addAll(news.lines());
        TrainingState seen = state.seen(job.secondaryStatusAsString(), transitions.size(), news.position());
        if (isOver(job)) {
            return Progress.next(seen.in(Phase.DRAIN), lines);
        }
        return news.more()
                ? Progress.next(seen, lines)
                : lines.isEmpty() ? Progress.idle(seen) : Progress.changed(seen, lines);
    }

    private Progress<TrainingState, TrainingResult> drain(TrainingState state, Aws aws)
            throws RemoteException, InterruptedException {
        if (request.logs() == Logs.ALL && state.quietReads() < QUIET_READS) {
            var news = readLog(state, aws);
            var drained = state.drained(news.position(), news.lines().isEmpty());
            return news.more() ? Progress.next(drained, news.lines()) : Progress.changed(drained, news.lines());
        }
        var job = describeJob(state, aws);
        String link = logLink(state, aws);
        if (job.trainingJobStatus() != TrainingJobStatus.COMPLETED) {
            return failed(state, aws, job, link);
        }
        var result = TrainingResult.of(job, ConsoleLinks.trainingJob(aws.region(), state.jobName()), link);
        List<String> lines = new ArrayList<>();
        lines.add("Training job " + state.jobName() + " completed in " + result.trainingSeconds() + " s ("
                + result.billableSeconds() + " s billable on " + result.instanceCount() + " x " + result.instanceType()
                + ")");
        result.metrics().forEach((name, value) -> lines.add("  " + name + " = " + value));
        lines.add("  model: " + result.modelDataUrl());
        return judge(state, result, lines);
    }

    private Progress<TrainingState, TrainingResult> judge(
            TrainingState state, TrainingResult result, List<String> lines) {
        List<String> missed = request.metricThresholds().stream()
                .flatMap(t -> t.missedBy(result.metrics()).stream())
                .toList();
        if (missed.isEmpty()) {
            request.metricThresholds().forEach(t -> lines.add("  threshold met: " + t));
            return Progress.succeeded(result, lines);
        }
        String reason =
                "The model of training job " + state.jobName() + " is not good enough: " + String.join("; ", missed);
        return request.thresholdsFail()
                ? Progress.failed(reason, lines)
                : new Progress.Succeeded<>(result, List.of(reason), lines);
    }

    private Progress<TrainingState, TrainingResult> failed(
            TrainingState state, Aws aws, DescribeTrainingJobResponse job, String link)
            throws RemoteException, InterruptedException {
        List<String> lines = new ArrayList<>();
        if (request.logs() == Logs.FAILURE) {
            List<String> all = new ArrayList<>();
            var news = readLog(state, aws);
            for (all.addAll(news.lines()); news.more(); all.addAll(news.lines())) {
                news = LogTail.read(aws, LOG_GROUP, state.jobName() + "/", news.position());
            }
            lines.addAll(all.subList(Math.max(0, all.size() - LAST_LINES), all.size()));
        }
        lines.add("Log of the job: " + link);
        String how =
                switch (job.trainingJobStatus()) {
                    case STOPPED ->
                        job.secondaryStatusAsString().equals("MaxRuntimeExceeded")
                                ? "ran longer than its maxRuntimeInSeconds and was stopped"
                                : "was stopped, not by this build (" + job.secondaryStatusAsString() + ")";
                    default ->
                        "failed: " + Optional.ofNullable(job.failureReason()).orElse("SageMaker gives no reason");
                };
        return Progress.failed("Training job " + state.jobName() + " " + how, lines);
    }

    @Override
    public boolean cancel(TrainingState state, Aws aws) throws RemoteException, InterruptedException {
        var job = find(state, aws);
        if (job.isEmpty() || isOver(job.get())) {
            return job.isPresent();
        }
        if (job.get().trainingJobStatus() != TrainingJobStatus.STOPPING) {
            Aws.call(
                    "stop training job " + state.jobName(),
                    () -> aws.sageMaker().stopTrainingJob(r -> r.trainingJobName(state.jobName())));
        }
        return true;
    }

    /** A job that is stopped gets two minutes to save its work. */
    @Override
    public Duration stopGrace() {
        return Duration.ofSeconds(150);
    }

    @Override
    public String describe(TrainingState state) {
        return switch (state.phase()) {
            case STAGE -> "uploading the channels of training job " + state.jobName();
            case CREATE -> "creating training job " + state.jobName();
            case WATCH -> "training job " + state.jobName() + ": " + state.secondaryStatus();
            case DRAIN -> "reading the last log lines of training job " + state.jobName();
        };
    }

    private static boolean isOver(DescribeTrainingJobResponse job) {
        return switch (job.trainingJobStatus()) {
            case COMPLETED, FAILED, STOPPED -> true;
            default -> false;
        };
    }

    private static DescribeTrainingJobResponse describeJob(TrainingState state, Aws aws)
            throws RemoteException, InterruptedException {
        return Aws.call(
                "describe training job " + state.jobName(),
                () -> aws.sageMaker().describeTrainingJob(r -> r.trainingJobName(state.jobName())));
    }

    private LogTail.News readLog(TrainingState state, Aws aws) throws RemoteException, InterruptedException {
        return LogTail.read(aws, LOG_GROUP, state.jobName() + "/", state.log());
    }

    private static LogTail.News nothingNew(TrainingState state) {
        return new LogTail.News(state.log(), List.of(), false);
    }

    private static String logLink(TrainingState state, Aws aws) {
        return ConsoleLinks.logStreams(aws.region(), LOG_GROUP, state.jobName() + "/");
    }

    private CreateTrainingJobRequest toCreate(TrainingState state) {
        Map<String, Object> document = new LinkedHashMap<>(request.document());
        document.put("TrainingJobName", state.jobName());
        List<Object> channels = new ArrayList<>();
        if (document.get("InputDataConfig") instanceof List<?> given) {
            channels.addAll(given);
        }
        for (WorkspaceChannel channel : request.workspaceChannels()) {
            Map<String, Object> one = new LinkedHashMap<>(channel.document());
            one.put("ChannelName", channel.name());
            one.put(
                    "DataSource",
                    Map.of(
                            "S3DataSource",
                            Map.of(
                                    "S3DataType",
                                    "S3Prefix",
                                    "S3Uri",
                                    state.staged().get(channel.name()) + "/",
                                    "S3DataDistributionType",
                                    "FullyReplicated")));
            channels.add(one);
        }
        if (!channels.isEmpty()) {
            document.put("InputDataConfig", channels);
        }
        var create = ApiShape.fill(CreateTrainingJobRequest.builder(), document).toBuilder();
        List<Tag> tags = new ArrayList<>(create.build().tags());
        request.tags().forEach((k, v) -> tags.add(Tag.builder().key(k).value(v).build()));
        tags.add(Tag.builder().key(TOKEN_TAG).value(state.token()).build());
        return create.tags(tags).build();
    }
}
