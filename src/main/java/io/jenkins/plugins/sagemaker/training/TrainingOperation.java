package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.ConsoleLinks;
import io.jenkins.plugins.sagemaker.operation.Operation;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import io.jenkins.plugins.sagemaker.training.TrainingState.Phase;
import io.jenkins.plugins.sagemaker.training.TrainingState.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatusTransition;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

/**
 * A SageMaker training job, from the data in the workspace to the model in S3. Only {@code Completed} is a success: a job that was
 * stopped, by whomever, or ran out of time has not produced what the pipeline goes on with.
 */
public record TrainingOperation(TrainingRequest request) implements Operation<Aws, TrainingState, TrainingResult> {

    /** Looks without a new line, five seconds apart, after which a job's log is taken to be complete. */
    private static final int QUIET_LOOKS = 3;

    /** For two minutes, a look every five seconds, AWS may not show a job that it has taken. */
    private static final int MOST_MISSES = 24;

    @Override
    public String name() {
        return "training job " + request.jobName();
    }

    @Override
    public TrainingState begin() {
        return TrainingState.first(request.jobName(), UUID.randomUUID().toString());
    }

    @Override
    public Progress<TrainingState, TrainingResult> advance(TrainingState state, Aws aws)
            throws RemoteException, InterruptedException {
        return switch (state.phase()) {
            case PREPARE -> prepare(state, aws);
            case CREATE -> create(state, aws);
            case WATCH -> watch(state, aws);
            case DRAIN -> drain(state, aws);
        };
    }

    /** What CreateTrainingJob would refuse is not uploaded for first. */
    private Progress<TrainingState, TrainingResult> prepare(TrainingState state, Aws aws)
            throws RemoteException, InterruptedException {
        new TrainingDocument(request).toCreate(state);
        var done = new Preparation(request.definition()).next(state.prepared(), aws);
        return done.isPresent()
                ? Progress.next(
                        state.prepared(done.get().prepared()), done.get().lines())
                : Progress.next(state.in(Phase.CREATE));
    }

    private Progress<TrainingState, TrainingResult> create(TrainingState state, Aws aws)
            throws RemoteException, InterruptedException {
        var job = RemoteJob.of(state, aws);
        if (job.find().isEmpty()) {
            try {
                job.create(new TrainingDocument(request).toCreate(state));
            } catch (RemoteException e) {
                if (e.kind() != Kind.CONFLICT) {
                    throw e;
                }
                // The answer to an earlier try may have been lost: then the job is there, and ours.
                if (job.find().isEmpty()) {
                    return missed(state, e);
                }
            }
        }
        return Progress.changed(
                state.in(Phase.WATCH),
                List.of("Training job " + state.jobName() + ": "
                        + ConsoleLinks.trainingJob(aws.region(), state.jobName())));
    }

    /** AWS has taken a job of this name, but does not show it: it may not have got round there yet. */
    private static Progress<TrainingState, TrainingResult> missed(TrainingState state, RemoteException e)
            throws RemoteException {
        if (state.misses() >= MOST_MISSES) {
            throw e;
        }
        return Progress.changed(state.missed(), List.of());
    }

    private static Progress<TrainingState, TrainingResult> missed(TrainingState state, Aws aws) throws RemoteException {
        return missed(
                state,
                new RemoteException(
                        Kind.INVALID,
                        "",
                        "There is no training job " + state.jobName() + " in " + aws.region()
                                + " any longer: it was created by this build, and has been deleted since.",
                        null));
    }

    private Progress<TrainingState, TrainingResult> watch(TrainingState state, Aws aws)
            throws RemoteException, InterruptedException {
        var found = RemoteJob.of(state, aws).look();
        if (found.isEmpty()) {
            return missed(state, aws);
        }
        var job = found.get();
        List<String> lines = new ArrayList<>();
        Told told = tell(state, job, lines);
        var news = request.logs() == Logs.ALL
                ? new JobLog(aws, state.jobName()).whileRunning(state.reading())
                : new JobLog.News(state.reading(), List.of(), false);
        lines.addAll(news.lines());
        TrainingState seen = state.seen(told, news.reading());
        if (RemoteJob.isOver(job)) {
            return Progress.next(seen.in(Phase.DRAIN), lines);
        }
        return news.more()
                ? Progress.next(seen, lines)
                : lines.isEmpty() ? Progress.idle(seen) : Progress.changed(seen, lines);
    }

    /** Each status once, and the present one again when its message has changed ("retrying for lack of capacity"). */
    private static Told tell(TrainingState state, DescribeTrainingJobResponse job, List<String> lines) {
        Told before = state.told();
        var transitions = job.secondaryStatusTransitions();
        String last = before.last();
        for (int i = Math.max(0, before.transitions() - 1); i < transitions.size(); i++) {
            String line = state.jobName() + ": " + words(transitions.get(i));
            if (i >= before.transitions() || !line.equals(before.last())) {
                lines.add(line);
            }
            last = line;
        }
        // An answer may be older than the one before: what has been told stays told.
        return transitions.size() < before.transitions()
                ? before
                : new Told(job.secondaryStatusAsString(), transitions.size(), last);
    }

    private static String words(SecondaryStatusTransition t) {
        return t.statusAsString()
                + (t.statusMessage() == null || t.statusMessage().isBlank() ? "" : " - " + t.statusMessage());
    }

    private Progress<TrainingState, TrainingResult> drain(TrainingState state, Aws aws)
            throws RemoteException, InterruptedException {
        var log = new JobLog(aws, state.jobName());
        if (request.logs() == Logs.ALL && state.reading().quiet() < QUIET_LOOKS) {
            var news = log.afterEnd(state.reading());
            var read = state.seen(state.told(), news.reading());
            return news.more() ? Progress.next(read, news.lines()) : Progress.changed(read, news.lines());
        }
        var found = RemoteJob.of(state, aws).look();
        if (found.isEmpty()) {
            return missed(state, aws);
        }
        var job = found.get();
        if (job.trainingJobStatus() != TrainingJobStatus.COMPLETED) {
            return failed(state, job, log);
        }
        var result = TrainingResult.of(job, ConsoleLinks.trainingJob(aws.region(), state.jobName()), log.link());
        List<String> lines = new ArrayList<>();
        lines.add("Training job " + state.jobName() + " completed in " + result.trainingSeconds() + " s ("
                + result.billableSeconds() + " s billable on " + result.instanceCount() + " x " + result.instanceType()
                + ")");
        result.metrics().forEach((name, value) -> lines.add("  " + name + " = " + value));
        if (result.modelDataUrl() != null) {
            lines.add("  model: " + result.modelDataUrl());
        }
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
            TrainingState state, DescribeTrainingJobResponse job, JobLog log)
            throws RemoteException, InterruptedException {
        List<String> lines = new ArrayList<>();
        if (request.logs() == Logs.FAILURE) {
            lines.addAll(log.last());
        }
        lines.add("Log of the job: " + log.link());
        String how = job.trainingJobStatus() == TrainingJobStatus.STOPPED
                ? stopped(job.secondaryStatusAsString())
                : "failed: " + Optional.ofNullable(job.failureReason()).orElse("SageMaker gives no reason");
        return Progress.failed("Training job " + state.jobName() + " " + how, lines);
    }

    private static String stopped(String secondaryStatus) {
        return switch (String.valueOf(secondaryStatus)) {
            case "MaxRuntimeExceeded" -> "ran longer than its maxRuntimeInSeconds and was stopped";
            case "MaxWaitTimeExceeded" ->
                "waited for spot capacity longer than its maxWaitTimeInSeconds and was stopped";
            default -> "was stopped, not by this build (" + secondaryStatus + ")";
        };
    }

    @Override
    public boolean cancel(TrainingState state, Aws aws) throws RemoteException, InterruptedException {
        var job = RemoteJob.of(state, aws);
        boolean created = state.phase() == Phase.WATCH || state.phase() == Phase.DRAIN;
        // A job that we have created is ours, whatever its tags say or whoever may read them.
        var found = created ? job.look() : job.find();
        if (found.isEmpty() && created && state.told().equals(Told.NOTHING)) {
            throw new RemoteException(
                    Kind.TRANSIENT, "", "AWS does not show training job " + state.jobName() + " yet.", null);
        }
        if (found.isPresent()) {
            job.stop(found.get());
        }
        return found.isPresent();
    }

    /** A job that is stopped gets two minutes to save its work. */
    @Override
    public Duration stopGrace() {
        return Duration.ofSeconds(150);
    }

    /** An upload that is cut off is completed by repeating it. */
    @Override
    public boolean interruptible(TrainingState state) {
        return state.phase() == Phase.PREPARE;
    }

    @Override
    public boolean mayRunRemotely(TrainingState state) {
        return state.phase() != Phase.PREPARE;
    }

    @Override
    public String describe(TrainingState state) {
        return switch (state.phase()) {
            case PREPARE -> "preparing training job " + state.jobName();
            case CREATE -> "creating training job " + state.jobName();
            case WATCH ->
                "training job " + state.jobName() + ": "
                        + (state.told().secondaryStatus().isEmpty()
                                ? "created"
                                : state.told().secondaryStatus());
            case DRAIN -> "reading the last log lines of training job " + state.jobName();
        };
    }
}
