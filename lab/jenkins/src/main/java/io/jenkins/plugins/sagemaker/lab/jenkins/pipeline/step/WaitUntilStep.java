package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.Extension;
import hudson.Util;
import hudson.model.TaskListener;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.SessionTime;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code waitUntil}: runs its block again and again until it answers true. */
public final class WaitUntilStep extends Step {

    private static final double GROWTH = 1.2;
    private static final long LONGEST_MILLIS = 15_000;

    private long initialRecurrencePeriod = 250;
    private boolean quiet;

    @DataBoundConstructor
    public WaitUntilStep() {}

    public long getInitialRecurrencePeriod() {
        return initialRecurrencePeriod;
    }

    /** Milliseconds between the first two runs; the time grows from run to run. */
    @DataBoundSetter
    public void setInitialRecurrencePeriod(long initialRecurrencePeriod) {
        this.initialRecurrencePeriod = initialRecurrencePeriod;
    }

    public boolean isQuiet() {
        return quiet;
    }

    @DataBoundSetter
    public void setQuiet(boolean quiet) {
        this.quiet = quiet;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, initialRecurrencePeriod, quiet);
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;
        private final boolean quiet;
        private long period;
        private boolean inBlock;
        private transient volatile Runnable next;

        Execution(StepContext context, long period, boolean quiet) {
            super(context);
            this.period = period;
            this.quiet = quiet;
        }

        @Override
        public boolean start() {
            run();
            return false;
        }

        private void run() {
            inBlock = true;
            getContext().newBodyInvoker().withCallback(new Answer(this)).start();
        }

        private void again() {
            inBlock = false;
            long wait = period;
            period = Math.min((long) (period * GROWTH), LONGEST_MILLIS);
            next = SessionTime.get().after(wait, this::run);
        }

        @Override
        public void stop(Throwable cause) throws Exception {
            if (next != null) {
                next.run();
            }
            super.stop(cause);
        }

        @Override
        public void onResume() {
            if (!inBlock) {
                again();
            }
        }
    }

    private static final class Answer extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;
        private final Execution execution;

        Answer(Execution execution) {
            this.execution = execution;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            if (!(result instanceof Boolean answer)) {
                context.onFailure(new ClassCastException("body return value " + result + " is not boolean"));
            } else if (answer) {
                context.onSuccess(null);
            } else {
                print(context);
                execution.again();
            }
        }

        private void print(StepContext context) {
            if (execution.quiet) {
                return;
            }
            try {
                context.get(TaskListener.class)
                        .getLogger()
                        .println("Will try again after " + Util.getTimeSpanString(execution.period));
            } catch (IOException | InterruptedException e) {
                context.onFailure(e);
            }
        }

        @Override
        public void onFailure(StepContext context, Throwable t) {
            context.onFailure(t);
        }
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("waitUntil", true, TaskListener.class);
        }
    }
}
