package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.LogTail;
import java.io.Serializable;

/**
 * Where a training job stands.
 *
 * @param phase what comes next
 * @param jobName fixed from the beginning: CreateTrainingJob has no other token
 * @param token tagged onto the job, by which we know it as ours
 * @param prepared how far its definition is prepared
 * @param told what the build log says of the job's statuses
 * @param reading how far the job's log has been read
 * @param misses how often in a row AWS has not shown a job that it has taken
 */
record TrainingState(
        Phase phase, String jobName, String token, Prepared prepared, Told told, Reading reading, int misses)
        implements Serializable {

    enum Phase {
        /** Check the request, and bring data to S3. */
        PREPARE,
        /** Create the job, or find it. */
        CREATE,
        /** Look until it ends. */
        WATCH,
        /** It has ended; CloudWatch may still bring late lines. */
        DRAIN
    }

    /**
     * @param secondaryStatus the last one seen
     * @param transitions how many status transitions have been told
     * @param last the words in which the last one was told: its message may still change
     */
    record Told(String secondaryStatus, int transitions, String last) implements Serializable {
        static final Told NOTHING = new Told("", 0, "");
    }

    /**
     * @param quiet looks without a new line since the job ended
     * @param refused whether the build log says that the job's log cannot be read
     */
    record Reading(LogTail.Position position, int quiet, boolean refused) implements Serializable {
        static final Reading START = new Reading(LogTail.Position.START, 0, false);
    }

    static TrainingState first(String jobName, String token) {
        return new TrainingState(Phase.PREPARE, jobName, token, Prepared.NOTHING, Told.NOTHING, Reading.START, 0);
    }

    TrainingState prepared(Prepared now) {
        return new TrainingState(phase, jobName, token, now, told, reading, misses);
    }

    TrainingState in(Phase next) {
        return new TrainingState(next, jobName, token, prepared, told, reading, 0);
    }

    TrainingState seen(Told newlyTold, Reading read) {
        return new TrainingState(phase, jobName, token, prepared, newlyTold, read, 0);
    }

    TrainingState missed() {
        return new TrainingState(phase, jobName, token, prepared, told, reading, misses + 1);
    }
}
