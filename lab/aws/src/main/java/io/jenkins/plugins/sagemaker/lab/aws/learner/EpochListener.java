package io.jenkins.plugins.sagemaker.lab.aws.learner;

/** Is told after each epoch how far the model has come, and decides how to go on. */
@FunctionalInterface
interface EpochListener {

    /**
     * @param epoch the epoch that has just ended, from 0
     * @param model the model as it is now
     * @return the factor by which to multiply all further steps; 0 to end the training with the model as it is
     */
    double ended(int epoch, LinearModel model) throws ContainerFailure, InterruptedException;
}
