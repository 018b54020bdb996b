package org.jenkinsci.plugins.workflow.steps;

import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;

/** The arguments of one Pipeline step call. Bound from a Jenkinsfile, used up by {@link #start}. */
public abstract class Step extends AbstractDescribableImpl<Step> implements ExtensionPoint {

    /**
     * Creates the running form of this step. Called in the CPS thread, so it must be quick and do no I/O.
     *
     * @param context how the step talks to the build; never shared with another step
     */
    public abstract StepExecution start(StepContext context) throws Exception;

    @Override
    public StepDescriptor getDescriptor() {
        return (StepDescriptor) super.getDescriptor();
    }
}
