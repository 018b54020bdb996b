package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.LogTail;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a training job stands.
 *
 * @param phase what comes next
 * @param jobName fixed from the beginning: CreateTrainingJob has no other token
 * @param token tagged onto the job, by which we know it as ours
 * @param staged S3 location of each channel that was uploaded
 * @param told what the build log says of the job's statuses
 * @param reading how far the job's log has been read
 * @param misses how often in a row AWS has not shown a job that it has taken
 */
record TrainingState(
        Phase phase, String jobName, String token, Map<String, String> staged, Told told, Reading reading, int misses)
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

    TrainingState {
        staged = Map.copyOf(staged);
    }

    static TrainingState first(String jobName, String token, boolean stage) {
        return new TrainingState(
                stage ? Phase.STAGE : Phase.CREATE, jobName, token, Map.of(), Told.NOTHING, Reading.START, 0);
    }

    TrainingState staged(String channel, String location) {
        Map<String, String> all = new LinkedHashMap<>(staged);
        all.put(channel, location);
        return new TrainingState(phase, jobName, token, all, told, reading, misses);
    }

    TrainingState in(Phase next) {
        return new TrainingState(next, jobName, token, staged, told, reading, 0);
    }

    TrainingState seen(Told newlyTold, Reading read) {
        return new TrainingState(phase, jobName, token, staged, newlyTold, read, 0);
    }

    TrainingState missed() {
        return new TrainingState(phase, jobName, token, staged, told, reading, misses + 1);
    }
}
