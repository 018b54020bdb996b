package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.util.List;

/** A job that AWS has taken, but does not show: it may not have got round there yet, or the job has been deleted. */
final class Missing {

    /** Looks, one every five seconds, in the time for which AWS may not show a job. */
    private static final int MOST = (int) (RemoteJob.HIDDEN.toSeconds() / 5);

    private Missing() {}

    /**
     * Another look.
     *
     * @param otherwise what has happened if this was one look too many
     */
    static Progress<TrainingState, TrainingResult> again(TrainingState state, RemoteException otherwise)
            throws RemoteException {
        if (state.misses() >= MOST) {
            throw otherwise;
        }
        return Progress.changed(state.missed(), List.of());
    }

    /** Whether an earlier try may have been taken, whose answer was lost: then it may be its job that uses up the quota. */
    static boolean mayTurnUp(TrainingState state) {
        return state.misses() > 0 && state.misses() < MOST;
    }

    /** Another look for a job that was there. */
    static Progress<TrainingState, TrainingResult> again(TrainingState state, Aws aws) throws RemoteException {
        return again(
                state,
                new RemoteException(
                        Kind.INVALID,
                        "",
                        "There is no training job " + state.jobName() + " in " + aws.region() + " any longer: "
                                + (state.attached()
                                        ? "it has been deleted."
                                        : "it was created by this build, and has been deleted since."),
                        null));
    }
}
