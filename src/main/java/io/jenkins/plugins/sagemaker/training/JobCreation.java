package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.Hyperlink;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import io.jenkins.plugins.sagemaker.training.TrainingState.Phase;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;

/** From a name that is on disk to a job of that name: found if it is there, created if it is not. */
record JobCreation(TrainingRequest request, TrainingPolicy policy, TrainingState state, Aws aws) {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("-yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    Progress<TrainingState, TrainingResult> advance() throws RemoteException, InterruptedException {
        var job = RemoteJob.of(state, aws);
        Optional<DescribeTrainingJobResponse> there = job.look();
        if (there.isEmpty()) {
            try {
                job.create(document());
            } catch (RemoteException e) {
                if (e.kind() == Kind.TRANSIENT && state.misses() == 0) {
                    return Missing.again(
                            state, e); // the job may be there: that is to be known when the next try is refused
                }
                if (Capacity.isMissing(e)) {
                    return Missing.mayTurnUp(state) ? Missing.again(state, e) : withoutCapacity(e);
                }
                if (e.kind() != Kind.CONFLICT) {
                    throw FailureHints.advised(e);
                }
                // The answer to an earlier try may have been lost: then the job is there, and ours.
                there = job.look();
                if (there.isEmpty()) {
                    return Missing.again(state, e);
                }
            }
        }
        if (there.isPresent() && !job.isOurs(there.get())) {
            return taken(job);
        }
        return Progress.changed(
                state.in(Phase.WATCH), List.of(Hyperlink.of("Training job " + state.jobName(), job.link())));
    }

    private CreateTrainingJobRequest document() throws RemoteException {
        return new TrainingDocument(request, aws.region(), state.attempts().instanceType(policy)).toCreate(state);
    }

    private Progress<TrainingState, TrainingResult> withoutCapacity(RemoteException e) throws RemoteException {
        var fallback = new Fallback(request, policy, state, aws);
        var next = fallback.after(e.getMessage());
        if (next.isPresent()) {
            return next.get();
        }
        RemoteException advised = FailureHints.advised(e);
        throw new RemoteException(Kind.INVALID, e.code(), advised.getMessage() + fallback.tried(), e);
    }

    /** There is a job of that name, and we have not created it. */
    private Progress<TrainingState, TrainingResult> taken(RemoteJob job) throws RemoteException {
        String there = Hyperlink.of("training job " + state.jobName(), job.link());
        return switch (policy.ifJobExists()) {
            case FAIL ->
                throw new RemoteException(
                        Kind.INVALID,
                        "",
                        "There is already a training job " + state.jobName() + " in " + aws.region()
                                + ", and it is not this build's: give another trainingJobName, a baseJobName to have one made,"
                                + " or actionIfJobExists.",
                        null);
            case TIMESTAMP -> {
                String other = Attempts.suffixed(
                        request.jobName(), TIMESTAMP.format(aws.clock().instant()));
                yield Progress.next(
                        state.named(other), "There is already a " + there + "; this one is called " + other);
            }
            case ATTACH ->
                Progress.changed(
                        state.attaching(), List.of("Watching what was there already and has this name: " + there));
        };
    }
}
