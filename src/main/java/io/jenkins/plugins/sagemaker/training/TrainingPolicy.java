package io.jenkins.plugins.sagemaker.training;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * How a training job is come by, watched and judged, beside what is asked of SageMaker.
 *
 * @param instanceTypes tried in this order while there is no capacity; empty for what the request names
 * @param capacityRetries how often all of them are tried again
 * @param ifJobExists what happens if there is a job of the given name that is not ours
 * @param stopsAttached whether a job that we have found there is stopped with the build
 * @param stoppedIsSuccess whether a job that was stopped is as good as a completed one if it has left a model
 * @param waits whether the job's end is waited for; if not, the step is done as soon as SageMaker has the job
 * @param logLines how many lines of the job's log the build log shows; 0 for all
 * @param logTailLines how many of the last lines are shown of a job that failed, or after lines that were left out
 */
public record TrainingPolicy(
        List<String> instanceTypes,
        int capacityRetries,
        IfJobExists ifJobExists,
        boolean stopsAttached,
        boolean stoppedIsSuccess,
        boolean waits,
        int logLines,
        int logTailLines)
        implements Serializable {

    public static final int LOG_LINES = 100_000;
    public static final int LOG_TAIL_LINES = 20;
    public static final TrainingPolicy DEFAULT =
            new TrainingPolicy(List.of(), 0, IfJobExists.FAIL, false, false, true, LOG_LINES, LOG_TAIL_LINES);

    private static final int MOST_RETRIES = 100;
    private static final int MOST_TAIL_LINES = 1_000;

    /** What becomes of a name that is taken. */
    public enum IfJobExists {
        /** The step fails. */
        FAIL,
        /** The name gets the time as a suffix. */
        TIMESTAMP,
        /** The job that is there is watched in the place of an own one. */
        ATTACH
    }

    /** @throws IllegalArgumentException with a sentence if a number is out of its range or a type is given twice */
    public TrainingPolicy {
        instanceTypes = List.copyOf(instanceTypes);
        between("capacityRetries", capacityRetries, MOST_RETRIES);
        between("logLines", logLines, Integer.MAX_VALUE);
        between("logTailLines", logTailLines, MOST_TAIL_LINES);
        var seen = new HashSet<String>();
        for (String type : instanceTypes) {
            if (!seen.add(type)) {
                throw new IllegalArgumentException("instanceTypes names " + type + " twice: give each type once.");
            }
        }
    }

    private static void between(String argument, int value, int most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(argument + " must be from 0 to " + most + ", not " + value + ".");
        }
    }
}
