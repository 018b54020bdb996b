package org.jenkinsci.plugins.workflow.steps;

import hudson.model.Result;
import java.io.Serializable;
import java.util.Collection;
import java.util.concurrent.Future;
import jenkins.model.CauseOfInterruption;

/** One run of a step's block. */
public abstract class BodyExecution implements Future<Object>, Serializable {

    private static final long serialVersionUID = 1L;

    /** The innermost steps that run in the block now. */
    public abstract Collection<StepExecution> getCurrentExecutions();

    /** Stops whatever runs in the block. */
    public boolean cancel(CauseOfInterruption... causes) {
        return cancel(new FlowInterruptedException(Result.ABORTED, false, causes));
    }

    /** Stops whatever runs in the block, with that cause. */
    public abstract boolean cancel(Throwable t);

    @Override
    @Deprecated
    public final boolean cancel(boolean mayInterruptIfRunning) {
        return cancel(new CauseOfInterruption[0]);
    }
}
