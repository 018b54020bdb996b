package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.operation.Operation;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.Progress.Pace;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import io.jenkins.plugins.sagemaker.operation.Watched;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import io.jenkins.plugins.sagemaker.training.TrainingState.Phase;
import io.jenkins.plugins.sagemaker.training.TrainingState.Told;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatusTransition;

/**
 * A SageMaker training job, from the data in the workspace to the model in S3. Only {@code Completed} is a success, unless the policy
 * says otherwise: a job that was stopped, by whomever, or ran out of time has not produced what the pipeline goes on with.
 */
public record TrainingOperation(TrainingRequest request, TrainingPolicy policy)
        implements Operation<Aws, TrainingState, TrainingResult> {

    public TrainingOperation(TrainingRequest request) {
        this(request, TrainingPolicy.DEFAULT);
    }

    @Override
    public String name() {
        return "training job " + request.jobName();
    }

    /** The job that is the matter at present: one that takes the place of another has a name of its own. */
    public String jobName(Serializable state) {
        return state instanceof TrainingState training ? training.jobName() : request.jobName();
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
            case PAUSE -> pause(state, aws);
            case CREATE -> new JobCreation(request, policy, state, aws).advance();
            case WATCH -> watch(state, aws);
            case DRAIN -> drain(state, aws);
        };
    }

    /** What CreateTrainingJob would refuse is not uploaded for first. */
    private Progress<TrainingState, TrainingResult> prepare(TrainingState state, Aws aws)
            throws RemoteException, InterruptedException {
        if (state.prepared().isRead()) {
            for (String type :
                    policy.instanceTypes().isEmpty() ? Arrays.asList((String) null) : policy.instanceTypes()) {
                new TrainingDocument(request, aws.region(), type).toCreate(state);
            }
        }
        var done = new Preparation(request.definition()).next(state.prepared(), aws);
        return done.isPresent()
                ? Progress.next(
                        state.prepared(done.get().prepared()), done.get().lines())
                : Progress.next(state.in(Phase.CREATE));
    }

    private Progress<TrainingState, TrainingResult> pause(TrainingState state, Aws aws) {
        return aws.clock().instant().isBefore(state.attempts().pauseUntil())
                ? Progress.idle(state)
                : Progress.next(state.in(Phase.CREATE));
    }

    private Progress<TrainingState, TrainingResult> watch(TrainingState state, Aws aws)
            throws RemoteException, InterruptedException {
        var found = RemoteJob.of(state, aws).look();
        if (found.isEmpty()) {
            return Missing.again(state, aws);
        }
        var job = found.get();
        if (!policy.waits()) {
            return Progress.succeeded(
                    TrainingResult.of(job, aws.region()),
                    List.of("Not waiting for training job " + state.jobName() + ", which goes on by itself: "
                            + job.secondaryStatusAsString()));
        }
        List<String> lines = new ArrayList<>();
        Told told = tell(state, job, lines);
        var news = request.logs() == Logs.ALL
                ? log(state, aws).whileRunning(state.reading())
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

    /** A list tells when the job has changed; one that AWS does not show yet is looked for. */
    @Override
    public Optional<Watched> watched(TrainingState state, Aws aws) {
        return state.phase() == Phase.WATCH && state.misses() == 0
                ? Optional.of(new Watched(new TrainingJobListing(aws), state.jobName()))
                : Optional.empty();
    }

    @Override
    public boolean follows(TrainingState state) {
        return state.phase() == Phase.WATCH && request.logs() == Logs.ALL;
    }

    /** Reads on in the job's log. */
    @Override
    public Progress<TrainingState, TrainingResult> follow(TrainingState state, Aws aws)
            throws RemoteException, InterruptedException {
        var news = log(state, aws).whileRunning(state.reading());
        TrainingState seen = state.seen(state.told(), news.reading());
        return news.more() ? Progress.next(seen, news.lines()) : new Progress.Waiting<>(seen, Pace.LATER, news.lines());
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
        if (request.logs() == Logs.ALL && !JobLog.isThrough(state.reading())) {
            var news = log(state, aws).afterEnd(state.reading());
            var read = state.seen(state.told(), news.reading());
            return news.more()
                    ? Progress.next(read, news.lines())
                    : read.equals(state) ? Progress.idle(state) : Progress.changed(read, news.lines());
        }
        var found = RemoteJob.of(state, aws).look();
        if (found.isEmpty()) {
            return Missing.again(state, aws);
        }
        return new JobEnd(request, policy, state, aws).judge(found.get());
    }

    private JobLog log(TrainingState state, Aws aws) {
        return new JobLog(aws, state.jobName(), policy.logLines());
    }

    @Override
    public boolean cancel(TrainingState state, Aws aws) throws RemoteException, InterruptedException {
        if (state.phase() == Phase.PAUSE) {
            return false;
        }
        var job = RemoteJob.of(state, aws);
        boolean created = state.phase() == Phase.WATCH || state.phase() == Phase.DRAIN;
        var found = job.look();
        if (found.isEmpty() && created && state.told().equals(Told.NOTHING)) {
            throw new RemoteException(
                    Kind.TRANSIENT, "", "AWS does not show training job " + state.jobName() + " yet.", null);
        }
        // A job that we have created is ours, whatever its tags say or whoever may read them.
        if (found.isEmpty() || !created && !job.isOurs(found.get())) {
            return false;
        }
        job.stop(found.get());
        return true;
    }

    /** The answer to CreateTrainingJob may have been lost, and AWS may not show the job yet. */
    @Override
    public Duration lateness(TrainingState state) {
        return state.phase() == Phase.CREATE ? RemoteJob.HIDDEN : Duration.ZERO;
    }

    /** What others have started is left to them, unless the step says otherwise. */
    @Override
    public boolean isLeftOnStop(TrainingState state) {
        return state.attached() && !policy.stopsAttached();
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
    public boolean mayTakeLong(TrainingState state) {
        return state.phase() == Phase.PREPARE
                && !request.definition().workspaceChannels().isEmpty();
    }

    @Override
    public boolean mayRunRemotely(TrainingState state) {
        return state.phase() != Phase.PREPARE && state.phase() != Phase.PAUSE;
    }

    @Override
    public boolean hasBegun(TrainingState state) {
        return state.phase() == Phase.WATCH && state.misses() == 0;
    }

    @Override
    public String describe(TrainingState state) {
        return switch (state.phase()) {
            case PREPARE -> "preparing training job " + state.jobName();
            case PAUSE -> "waiting for capacity, then trying training job " + state.jobName();
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
