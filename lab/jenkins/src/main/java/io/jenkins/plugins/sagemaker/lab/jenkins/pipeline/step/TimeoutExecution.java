package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.Util;
import hudson.console.LineTransformationOutputStream;
import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.SessionTime;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.log.TaskListenerDecorator;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Watches the time of a block. What survives a restart is when the block is to be stopped. */
final class TimeoutExecution extends StepExecution {

    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(TimeoutExecution.class.getName());

    /** How long a stopped block may take to end before it is left to itself. */
    private static final long GRACE_MILLIS = 60_000;

    /** The running time-outs that count silence, so that the log can reset them. */
    private static final Map<String, TimeoutExecution> LISTENING = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();
    private final long millis;
    private final boolean activity;
    private long end;
    private boolean expired;
    private BodyExecution body;
    private transient volatile Runnable alarm;

    TimeoutExecution(StepContext context, long millis, boolean activity) {
        super(context);
        this.millis = millis;
        this.activity = activity;
    }

    @Override
    public boolean start() throws Exception {
        end = SessionTime.get().millis() + millis;
        log().getLogger()
                .println("Timeout set to expire " + (activity ? "after " : "in ") + Util.getTimeSpanString(millis)
                        + (activity ? " without activity" : ""));
        var invoker = getContext().newBodyInvoker().withCallback(new Callback(this));
        if (activity) {
            LISTENING.put(id, this);
            invoker.withContext(
                    TaskListenerDecorator.merge(getContext().get(TaskListenerDecorator.class), new Listening(id)));
        }
        body = invoker.start();
        schedule();
        return false;
    }

    private void schedule() {
        long left = Math.max(0, end - SessionTime.get().millis());
        alarm = SessionTime.get().after(left, this::check);
    }

    private void check() {
        if (SessionTime.get().millis() < end) {
            schedule();
        } else if (!expired) {
            expired = true;
            end = SessionTime.get().millis() + GRACE_MILLIS;
            print("Cancelling nested steps due to timeout");
            body.cancel(new ExceededTimeout());
            schedule();
        } else {
            print("Body did not finish within grace period; terminating with extreme prejudice");
            getContext().onFailure(new FlowInterruptedException(Result.ABORTED, true, new ExceededTimeout()));
        }
    }

    private void print(String line) {
        try {
            log().getLogger().println(line);
        } catch (IOException | InterruptedException gone) {
            LOGGER.log(Level.FINE, "cannot write to the log of " + getContext(), gone);
        }
    }

    private TaskListener log() throws IOException, InterruptedException {
        return getContext().get(TaskListener.class);
    }

    private void ended() {
        LISTENING.remove(id);
        Runnable waiting = alarm;
        if (waiting != null) {
            waiting.run();
        }
    }

    @Override
    public void onResume() {
        if (activity) {
            LISTENING.put(id, this);
        }
        schedule();
    }

    @Override
    public String getStatus() {
        long left = end - SessionTime.get().millis();
        return left > 0 ? "will time out in " + Util.getTimeSpanString(left) : "timed out";
    }

    private static final class Callback extends BodyExecutionCallback.TailCall {
        private static final long serialVersionUID = 1L;
        private final TimeoutExecution step;

        Callback(TimeoutExecution step) {
            this.step = step;
        }

        @Override
        protected void finished(StepContext context) {
            step.ended();
        }
    }

    /** Puts the end off whenever the block writes a line. */
    private static final class Listening extends TaskListenerDecorator {
        private static final long serialVersionUID = 1L;
        private final String id;

        Listening(String id) {
            this.id = id;
        }

        @Override
        public OutputStream decorate(OutputStream logger) {
            return new LineTransformationOutputStream.Delegating(logger) {
                @Override
                protected void eol(byte[] b, int len) throws IOException {
                    TimeoutExecution step = LISTENING.get(id);
                    if (step != null && !step.expired) {
                        step.end = SessionTime.get().millis() + step.millis;
                    }
                    out.write(b, 0, len);
                }
            };
        }
    }

    /** Why the block is stopped. */
    private static final class ExceededTimeout extends CauseOfInterruption {
        private static final long serialVersionUID = 1L;

        @Override
        public String getShortDescription() {
            return "Timeout has been exceeded";
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof ExceededTimeout;
        }

        @Override
        public int hashCode() {
            return ExceededTimeout.class.hashCode();
        }
    }
}
