package io.jenkins.plugins.sagemaker.tuning;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.ConsoleLinks;
import io.jenkins.plugins.sagemaker.aws.Hyperlink;
import io.jenkins.plugins.sagemaker.operation.Operation;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import io.jenkins.plugins.sagemaker.training.Preparation;
import io.jenkins.plugins.sagemaker.training.RequestCheck;
import io.jenkins.plugins.sagemaker.tuning.TuningState.Phase;
import io.jenkins.plugins.sagemaker.tuning.TuningState.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A hyperparameter tuning job, from the data in the workspace to the best model in S3. It is a success if it has run to its end, be that its last
 * training job, a criterion, or its longest runtime, and has a best training job.
 */
public record TuningOperation(TuningRequest request) implements Operation<Aws, TuningState, TuningResult> {

    private static final long serialVersionUID = 1L;

    /** For how long AWS may not show a job that it has taken. */
    private static final Duration HIDDEN = Duration.ofMinutes(2);

    /** Looks, one every five seconds, in that time. */
    private static final int MOST_MISSES = (int) (HIDDEN.toSeconds() / 5);

    @Override
    public String name() {
        return "tuning job " + request.jobName();
    }

    @Override
    public TuningState begin() {
        return TuningState.first(request.jobName(), UUID.randomUUID().toString());
    }

    @Override
    public Progress<TuningState, TuningResult> advance(TuningState state, Aws aws)
            throws RemoteException, InterruptedException {
        return switch (state.phase()) {
            case PREPARE -> prepare(state, aws);
            case CREATE -> create(state, aws);
            case WATCH -> watch(state, aws);
            case REPORT -> report(state, aws);
        };
    }

    /** One thing at a time. What CreateHyperParameterTuningJob would refuse is not uploaded for first. */
    private Progress<TuningState, TuningResult> prepare(TuningState state, Aws aws)
            throws RemoteException, InterruptedException {
        boolean isRead = state.prepared().isRead();
        if (isRead) {
            new TuningDocument(request, aws.region()).toCreate(state);
        }
        var done = new Preparation(request.definition()).next(state.prepared(), aws);
        if (done.isEmpty()) {
            return Progress.next(state.in(Phase.CREATE));
        }
        var prepared = done.get().prepared();
        try {
            return Progress.next(
                    isRead ? state.prepared(prepared) : state.read(prepared),
                    done.get().lines());
        } catch (IllegalArgumentException e) {
            throw RequestCheck.invalid(List.of(e.getMessage()), e);
        }
    }

    private Progress<TuningState, TuningResult> create(TuningState state, Aws aws)
            throws RemoteException, InterruptedException {
        var job = RemoteTuning.of(state, aws);
        if (job.find().isEmpty()) {
            try {
                job.create(new TuningDocument(request, aws.region()).toCreate(state));
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
                List.of(Hyperlink.of(
                        "Tuning job " + state.jobName(), ConsoleLinks.tuningJob(aws.region(), state.jobName()))));
    }

    /** AWS has taken a job of this name, but does not show it: it may not have got round there yet. */
    private static Progress<TuningState, TuningResult> missed(TuningState state, RemoteException e)
            throws RemoteException {
        if (state.misses() >= MOST_MISSES) {
            throw e;
        }
        return Progress.changed(state.missed(), List.of());
    }

    private static Progress<TuningState, TuningResult> missed(TuningState state, Aws aws) throws RemoteException {
        return missed(
                state,
                new RemoteException(
                        Kind.INVALID,
                        "",
                        "There is no tuning job " + state.jobName() + " in " + aws.region()
                                + " any longer: it was created by this build, and has been deleted since.",
                        null));
    }

    private Progress<TuningState, TuningResult> watch(TuningState state, Aws aws)
            throws RemoteException, InterruptedException {
        var found = RemoteTuning.of(state, aws).look();
        if (found.isEmpty()) {
            return missed(state, aws);
        }
        List<String> lines = new ArrayList<>();
        Told told = new TuningProgress(found.get()).tell(state.told(), lines);
        TuningState seen = state.seen(told);
        if (RemoteTuning.isOver(found.get())) {
            return Progress.next(seen.in(Phase.REPORT), lines);
        }
        return lines.isEmpty() ? Progress.idle(seen) : Progress.changed(seen, lines);
    }

    private Progress<TuningState, TuningResult> report(TuningState state, Aws aws)
            throws RemoteException, InterruptedException {
        var remote = RemoteTuning.of(state, aws);
        var found = remote.look();
        return found.isPresent() ? new TuningReport(remote, found.get()).judged(request.gate()) : missed(state, aws);
    }

    @Override
    public boolean cancel(TuningState state, Aws aws) throws RemoteException, InterruptedException {
        var job = RemoteTuning.of(state, aws);
        boolean created = state.phase() == Phase.WATCH || state.phase() == Phase.REPORT;
        // A job that we have created is ours, whatever its tags say or whoever may read them.
        var found = created ? job.look() : job.find();
        if (found.isEmpty() && created && state.told().equals(Told.NOTHING)) {
            throw new RemoteException(
                    Kind.TRANSIENT, "", "AWS does not show tuning job " + state.jobName() + " yet.", null);
        }
        if (found.isPresent()) {
            job.stop(found.get());
        }
        return found.isPresent();
    }

    /** The answer to CreateHyperParameterTuningJob may have been lost, and AWS may not show the job yet. */
    @Override
    public Duration lateness(TuningState state) {
        return state.phase() == Phase.CREATE ? HIDDEN : Duration.ZERO;
    }

    /** Its training jobs get two minutes to save their work, and the tuning job ends after the last one. */
    @Override
    public Duration stopGrace() {
        return Duration.ofMinutes(4);
    }

    /** An upload that is cut off is completed by repeating it. */
    @Override
    public boolean interruptible(TuningState state) {
        return state.phase() == Phase.PREPARE;
    }

    @Override
    public boolean mayRunRemotely(TuningState state) {
        return state.phase() != Phase.PREPARE;
    }

    @Override
    public boolean hasBegun(TuningState state) {
        return state.phase() == Phase.WATCH && state.misses() == 0;
    }

    @Override
    public String describe(TuningState state) {
        return switch (state.phase()) {
            case PREPARE -> "preparing the data of tuning job " + state.jobName();
            case CREATE -> "creating tuning job " + state.jobName();
            case WATCH ->
                "tuning job " + state.jobName() + ": "
                        + (state.told().done() < 0
                                ? "created"
                                : state.told().status() + ", " + state.told().done() + " training jobs done");
            case REPORT -> "collecting the results of tuning job " + state.jobName();
        };
    }
}
