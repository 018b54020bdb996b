package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.AbortException;
import hudson.Extension;
import hudson.Functions;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code retry}: runs its block until it succeeds, at most so many times. */
public final class RetryStep extends Step {

    private final int count;

    @DataBoundConstructor
    public RetryStep(int count) {
        this.count = count;
    }

    public int getCount() {
        return count;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, count);
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;
        private int left;

        Execution(StepContext context, int count) {
            super(context);
            this.left = count;
        }

        @Override
        public boolean start() {
            run();
            return false;
        }

        private void run() {
            left--;
            getContext().newBodyInvoker().withCallback(new Again(this)).start();
        }
    }

    private static final class Again extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;
        private final Execution execution;

        Again(Execution execution) {
            this.execution = execution;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            execution.getContext().onSuccess(result);
        }

        @Override
        public void onFailure(StepContext context, Throwable t) {
            boolean interruption = t instanceof FlowInterruptedException i && i.isActualInterruption();
            if (interruption || execution.left <= 0) {
                execution.getContext().onFailure(t);
                return;
            }
            try {
                TaskListener listener = context.get(TaskListener.class);
                if (t instanceof AbortException) {
                    listener.error(t.getMessage());
                } else if (t instanceof FlowInterruptedException stopped) {
                    stopped.handle(context.get(Run.class), listener);
                } else {
                    Functions.printStackTrace(t, listener.error("Execution failed"));
                }
                listener.getLogger().println("Retrying");
                execution.run();
            } catch (IOException | InterruptedException e) {
                t.addSuppressed(e);
                execution.getContext().onFailure(t);
            }
        }
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("retry", true, TaskListener.class);
        }
    }
}
