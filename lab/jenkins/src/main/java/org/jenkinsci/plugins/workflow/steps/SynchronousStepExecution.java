package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;

/** A step that ends within its start, in the CPS thread. Only for work of milliseconds. */
public abstract class SynchronousStepExecution<T> extends StepExecution {

    private static final long serialVersionUID = 1L;

    private transient volatile Thread executing;

    protected SynchronousStepExecution(@NonNull StepContext context) {
        super(context);
    }

    /** Does the work and answers the step's value. */
    protected abstract T run() throws Exception;

    @Override
    public final boolean start() throws Exception {
        executing = Thread.currentThread();
        try {
            getContext().onSuccess(run());
        } catch (Throwable failure) {
            getContext().onFailure(failure);
        } finally {
            executing = null;
        }
        return true;
    }

    @Override
    public void stop(@NonNull Throwable cause) throws Exception {
        Thread current = executing;
        if (current != null) {
            current.interrupt();
        }
        super.stop(cause);
    }
}
