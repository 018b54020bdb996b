package io.jenkins.plugins.sagemaker.tuning;

import io.jenkins.plugins.sagemaker.training.Prepared;
import java.io.Serializable;
import java.util.Map;

/**
 * Where a tuning job stands.
 *
 * @param phase what comes next
 * @param jobName fixed from the beginning: CreateHyperParameterTuningJob has no other token
 * @param token tagged onto the job, by which we know it as ours
 * @param file what a request file says of the tuning itself
 * @param prepared what it says of the training jobs, and what lies in S3 already
 * @param told what the build log says of it
 * @param misses how often in a row AWS has not shown a job that it has taken
 */
record TuningState(
        Phase phase, String jobName, String token, Map<String, Object> file, Prepared prepared, Told told, int misses)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    enum Phase {
        /** Bring what lies in the workspace to S3. */
        PREPARE,
        /** Create the job, or find it. */
        CREATE,
        /** Look until it ends. */
        WATCH,
        /** It has ended: see what has come of it. */
        REPORT
    }

    /**
     * @param status of the tuning job
     * @param done training jobs that have ended
     * @param best name of the best of them; empty if there is none
     */
    record Told(String status, int done, String best) implements Serializable {
        private static final long serialVersionUID = 1L;

        static final Told NOTHING = new Told("", -1, "");
    }

    static TuningState first(String jobName, String token) {
        return new TuningState(Phase.PREPARE, jobName, token, Map.of(), Prepared.NOTHING, Told.NOTHING, 0);
    }

    /**
     * The request file has been read: its parts go where they belong.
     *
     * @throws IllegalArgumentException with a sentence if it is not one of a tuning with one definition
     */
    TuningState read(Prepared read) {
        return new TuningState(
                phase,
                jobName,
                token,
                TuningDocument.withoutDefinition(read.file()),
                new Prepared(true, TuningDocument.definition(read.file()), read.isChecked(), read.staged()),
                told,
                misses);
    }

    TuningState prepared(Prepared further) {
        return new TuningState(phase, jobName, token, file, further, told, misses);
    }

    TuningState in(Phase next) {
        return new TuningState(next, jobName, token, file, prepared, told, 0);
    }

    TuningState seen(Told newlyTold) {
        return new TuningState(phase, jobName, token, file, prepared, newlyTold, 0);
    }

    TuningState missed() {
        return new TuningState(phase, jobName, token, file, prepared, told, misses + 1);
    }
}
