package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.PipelineThreads;
import java.util.concurrent.Future;

/** A step, usually with a block, that does pieces of its work on a background thread. */
public abstract class GeneralNonBlockingStepExecution extends StepExecution {

    private static final long serialVersionUID = 1L;

    private transient volatile Future<?> task;
    private transient volatile Throwable stopCause;
    /** Not transient on purpose: whether a piece of work was under way when the state was written. */
    private volatile String threadName;

    protected GeneralNonBlockingStepExecution(@NonNull StepContext context) {
        super(context);
    }

    /** A piece of background work. */
    @FunctionalInterface
    protected interface Block {
        void run() throws Exception;
    }

    /** Runs a piece of work in the background; its failure ends the step. Ignored once the step is stopped. */
    protected final void run(@NonNull Block block) {
        if (stopCause == null) {
            task = PipelineThreads.get().background().submit(() -> runAndReport(block));
        }
    }

    private void runAndReport(Block block) {
        threadName = Thread.currentThread().getName();
        try {
            block.run();
        } catch (Throwable failure) {
            failed(getContext(), failure);
        } finally {
            threadName = null;
            task = null;
        }
    }

    private void failed(StepContext context, Throwable failure) {
        if (stopCause == null) {
            context.onFailure(failure);
        } else {
            stopCause.addSuppressed(failure);
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
        if (threadName != null) {
            getContext().onFailure(new SynchronousResumeNotSupportedException(getContext()));
        }
    }

    @Override
    public @NonNull String getStatus() {
        String name = threadName;
        return name != null ? "running in thread: " + name : "not currently scheduled, or running blocks";
    }

    @Override
    public boolean blocksRestart() {
        return threadName != null;
    }

    /** A last piece of background work after the block, before the step ends as the block did. */
    protected abstract class TailCall extends BodyExecutionCallback {

        private static final long serialVersionUID = 1L;

        protected abstract void finished(StepContext context) throws Exception;

        @Override
        public final void onSuccess(StepContext context, Object result) {
            run(() -> {
                try {
                    finished(context);
                } catch (Exception failure) {
                    failed(context, failure);
                    return;
                }
                context.onSuccess(result);
            });
        }

        @Override
        public final void onFailure(StepContext context, Throwable t) {
            run(() -> {
                try {
                    finished(context);
                } catch (Exception failure) {
                    t.addSuppressed(failure);
                }
                context.onFailure(t);
            });
        }
    }
}
