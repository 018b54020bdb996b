package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.Extension;
import hudson.Util;
import hudson.model.TaskListener;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.SessionTime;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code sleep}: waits without a thread. */
public final class SleepStep extends Step {

    private final long time;
    private TimeUnit unit = TimeUnit.SECONDS;

    @DataBoundConstructor
    public SleepStep(long time) {
        this.time = time;
    }

    public long getTime() {
        return time;
    }

    public TimeUnit getUnit() {
        return unit;
    }

    @DataBoundSetter
    public void setUnit(TimeUnit unit) {
        this.unit = unit;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, unit.toMillis(time));
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;
        private final long millis;
        private long end;
        private transient volatile Runnable wakeUp;

        Execution(StepContext context, long millis) {
            super(context);
            this.millis = millis;
        }

        @Override
        public boolean start() throws Exception {
            end = SessionTime.get().millis() + millis;
            getContext().get(TaskListener.class).getLogger().println("Sleeping for " + Util.getTimeSpanString(millis));
            schedule();
            return false;
        }

        private void schedule() {
            long left = Math.max(0, end - SessionTime.get().millis());
            wakeUp = SessionTime.get().after(left, () -> getContext().onSuccess(null));
        }

        @Override
        public void stop(Throwable cause) throws Exception {
            if (wakeUp != null) {
                wakeUp.run();
            }
            super.stop(cause);
        }

        @Override
        public void onResume() {
            schedule();
        }

        @Override
        public String getStatus() {
            long left = end - SessionTime.get().millis();
            return left > 0 ? "sleeping for another " + Util.getTimeSpanString(left) : "should have stopped sleeping";
        }
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("sleep", false, TaskListener.class);
        }
    }
}
