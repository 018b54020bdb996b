package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.model.Run;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.io.IOException;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Where an operation finds what it works with; written to disk with it, so nothing secret is in it.
 *
 * @param <C> what the operation works with
 */
interface Surroundings<C> extends Serializable {

    /** For one round of a step in a living build. */
    C of(StepContext context) throws RemoteException, IOException, InterruptedException;

    /**
     * For stopping what a build has left that has ended.
     *
     * @param build null if it has been deleted
     */
    C afterEndOf(Run<?, ?> build) throws RemoteException, InterruptedException;
}
