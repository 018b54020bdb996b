package io.jenkins.plugins.sagemaker.lab.aws.tuning;

import java.util.List;

/** Whether a training is not worth going on with. Scores are one for each epoch, the higher the better. */
@FunctionalInterface
public interface EarlyStop {

    EarlyStop NEVER = (scores, others) -> false;

    /**
     * @param scores of the training so far
     * @param others the scores of all other trainings of the tuning job, ended or not
     */
    boolean isDue(List<Double> scores, List<List<Double>> others);
}
