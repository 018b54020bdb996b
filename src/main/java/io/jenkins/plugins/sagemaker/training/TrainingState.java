package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.LogTail;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Where a training job stands.
 *
 * @param phase what comes next
 * @param jobName fixed from the beginning: CreateTrainingJob has no other token
 * @param token tagged onto the job, by which we know it as ours
 * @param staged S3 location of each channel that was uploaded
 * @param secondaryStatus the last one seen
 * @param transitions how many status transitions have been told
 * @param log how far the job's log has been read
 * @param quietReads reads without a new line since the job ended
 */
record TrainingState(
        Phase phase,
        String jobName,
        String token,
        Map<String, String> staged,
        String secondaryStatus,
        int transitions,
        LogTail.Position log,
        int quietReads)
        implements Serializable {

    enum Phase {
        /** Bring the channels' data to S3. */
        STAGE,
        /** Create the job, or find it. */
        CREATE,
        /** Look until it ends. */
        WATCH,
        /** It has ended; CloudWatch may still bring late lines. */
        DRAIN
    }

    TrainingState {
        staged = Map.copyOf(staged);
    }

    static TrainingState first(String jobName, String token, boolean stage) {
        return new TrainingState(
                stage ? Phase.STAGE : Phase.CREATE, jobName, token, Map.of(), "", 0, LogTail.Position.START, 0);
    }

    TrainingState staged(Map<String, String> locations) {
        return new TrainingState(
                Phase.CREATE, jobName, token, locations, secondaryStatus, transitions, log, quietReads);
    }

    TrainingState in(Phase next) {
        return new TrainingState(next, jobName, token, staged, secondaryStatus, transitions, log, quietReads);
    }

    TrainingState seen(String status, int told, LogTail.Position read) {
        return new TrainingState(phase, jobName, token, staged, status, told, read, quietReads);
    }

    TrainingState drained(LogTail.Position read, boolean quiet) {
        return new TrainingState(
                phase, jobName, token, staged, secondaryStatus, transitions, read, quiet ? quietReads + 1 : 0);
    }

    /** For the build's status: what is known without asking. */
    List<String> words() {
        return List.of(jobName, secondaryStatus);
    }
}
