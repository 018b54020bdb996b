package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.PipelineThreads;
import java.util.concurrent.Future;

/** A step that does its work in one go on a background thread, and so cannot go on after a restart. */
public abstract class SynchronousNonBlockingStepExecution<T> extends StepExecution {

    private static final long serialVersionUID = 1L;

    private transient volatile Future<?> task;
    private transient volatile Throwable stopCause;
    private transient volatile String threadName;

    protected SynchronousNonBlockingStepExecution(@NonNull StepContext context) {
        super(context);
    }

    /** Does the work and answers the step's value. */
    protected abstract T run() throws Exception;

    @Override
    public final boolean start() throws Exception {
        task = PipelineThreads.get().background().submit(this::runAndReport);
        return false;
    }

    private void runAndReport() {
        threadName = Thread.currentThread().getName();
        try {
            getContext().onSuccess(run());
        } catch (Throwable failure) {
            if (stopCause == null) {
                getContext().onFailure(failure);
            } else {
                stopCause.addSuppressed(failure);
            }
        } finally {
            threadName = null;
        }
    }

    @Override
    public void stop(@NonNull Throwable cause) throws Exception {
        stopCause = cause;
        Future<?> running = task;
        if (running != null) {
            running.cancel(true);
        }
        super.stop(cause);
    }

    @Override
    public void onResume() {
        getContext().onFailure(new SynchronousResumeNotSupportedException(getContext()));
    }

    @Override
    public @NonNull String getStatus() {
        String name = threadName;
        return name != null ? "running in thread: " + name : "not yet scheduled";
    }

    @Override
    public boolean blocksRestart() {
        return threadName != null;
    }
}
