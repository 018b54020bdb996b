package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Whether a tuning job still gets anywhere, told by its results in the order in which they come. */
final class Progression {

    /** A gain of no more than this share of the best is none. */
    private static final double SIGNIFICANT = 0.01;

    /** AWS's own rule is not public; here a tuning job has converged after so many results without a gain. */
    private static final int CONVERGED = 10;

    private int seen;
    private int notImproving;
    private double best;
    private Instant converged;

    synchronized void see(double score, Instant now) {
        boolean improved = seen == 0 || score > best + SIGNIFICANT * Math.abs(best);
        best = seen == 0 ? score : Math.max(best, score);
        notImproving = improved ? 0 : notImproving + 1;
        seen++;
        if (notImproving >= CONVERGED && converged == null) {
            converged = now;
        }
    }

    synchronized int notImproving() {
        return notImproving;
    }

    synchronized boolean hasConverged() {
        return converged != null;
    }

    synchronized void describe(ObjectNode details) {
        details.put("NumberOfTrainingJobsObjectiveNotImproving", notImproving);
        if (converged != null) {
            details.put("ConvergenceDetectedTime", Time.json(converged));
        }
    }
}
