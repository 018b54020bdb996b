package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.LogTail;
import java.io.Serializable;
import java.time.Instant;

/**
 * Where a training job stands.
 *
 * @param phase what comes next
 * @param jobName fixed before the job is asked for: CreateTrainingJob has no other token
 * @param token tagged onto the job, by which we know it as ours
 * @param attached whether the job was there before, and is only watched
 * @param prepared how far its definition is prepared
 * @param told what the build log says of the job's statuses
 * @param reading how far the job's log has been read
 * @param misses how often in a row AWS has not shown a job that it has taken, or may have taken
 * @param attempts what has been tried before
 */
record TrainingState(
        Phase phase,
        String jobName,
        String token,
        boolean attached,
        Prepared prepared,
        Told told,
        Reading reading,
        int misses,
        Attempts attempts)
        implements Serializable {

    enum Phase {
        /** Check the request, and bring data to S3. */
        PREPARE,
        /** Nothing runs: wait until the next attempt is due. */
        PAUSE,
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
     * @param refusedSince when the job's log could not be read for the first time, which the build log then says; null if it never was so
     * @param shown lines that stand in the build log
     * @param leftOut lines that were too many for it
     */
    record Reading(LogTail.Position position, int quiet, Instant refusedSince, long shown, long leftOut)
            implements Serializable {
        static final Reading START = new Reading(LogTail.Position.START, 0, null, 0, 0);

        Reading quiet(int looks) {
            return new Reading(position, looks, refusedSince, shown, leftOut);
        }

        Reading refusedAt(Instant now) {
            return refusedSince == null ? new Reading(position, quiet, now, shown, leftOut) : this;
        }
    }

    static TrainingState first(String jobName, String token) {
        return new TrainingState(
                Phase.PREPARE, jobName, token, false, Prepared.NOTHING, Told.NOTHING, Reading.START, 0, Attempts.NONE);
    }

    TrainingState prepared(Prepared now) {
        return new TrainingState(phase, jobName, token, attached, now, told, reading, misses, attempts);
    }

    TrainingState in(Phase next) {
        return new TrainingState(next, jobName, token, attached, prepared, told, reading, 0, attempts);
    }

    /** The name is taken: another one is asked for. */
    TrainingState named(String other) {
        return new TrainingState(phase, other, token, attached, prepared, told, reading, 0, attempts);
    }

    /** The job that has the name is watched. */
    TrainingState attaching() {
        return new TrainingState(Phase.WATCH, jobName, token, true, prepared, told, reading, 0, attempts);
    }

    TrainingState seen(Told newlyTold, Reading read) {
        return new TrainingState(phase, jobName, token, attached, prepared, newlyTold, read, 0, attempts);
    }

    TrainingState missed() {
        return new TrainingState(phase, jobName, token, attached, prepared, told, reading, misses + 1, attempts);
    }

    /** What comes after an attempt without capacity: a job of its own, with a log of its own. */
    TrainingState next(String name, Attempts with) {
        return new TrainingState(Phase.PAUSE, name, token, false, prepared, Told.NOTHING, Reading.START, 0, with);
    }
}
