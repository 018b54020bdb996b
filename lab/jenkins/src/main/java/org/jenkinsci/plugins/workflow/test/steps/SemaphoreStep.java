package org.jenkinsci.plugins.workflow.test.steps;

import hudson.Extension;
import hudson.model.Run;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowExecution;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code semaphore}: waits until the test lets it go on. The n-th call with an id is known as {@code id/n}. */
public final class SemaphoreStep extends Step implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Map<String, State> STATES = new HashMap<>();
    /** Calls are numbered anew with every Jenkins home, but go on over its restarts. */
    private static String home;

    private final String id;

    @DataBoundConstructor
    public SemaphoreStep(String id) {
        this.id = id;
    }

    public String getId() {
        return id;
    }

    /** What is known of one call. */
    private static final class State {
        private int calls;
        private StepContext context;
        private boolean started;
        private boolean answered;
        private Object value;
        private Throwable failure;

        void end(StepContext running) {
            if (failure != null) {
                running.onFailure(failure);
            } else {
                running.onSuccess(value);
            }
        }
    }

    private static State state(String key) {
        String here = Jenkins.get().getRootDir().getAbsolutePath();
        if (!here.equals(home)) {
            home = here;
            STATES.clear();
        }
        return STATES.computeIfAbsent(key, k -> new State());
    }

    /** Lets a call end with that value, be it before or after it starts. */
    public static void success(String k, Object returnValue) {
        answer(k, returnValue, null);
    }

    /** Lets a call fail, be it before or after it starts. */
    public static void failure(String k, Throwable error) {
        answer(k, null, error);
    }

    private static void answer(String k, Object value, Throwable failure) {
        State state;
        synchronized (STATES) {
            state = state(k);
            state.answered = true;
            state.value = value;
            state.failure = failure;
        }
        if (state.context != null) {
            state.end(state.context);
        }
    }

    /** Waits until a call has started and its program is at rest; fails where the build ends before. */
    public static void waitForStart(String k, Run<?, ?> b) throws IOException, InterruptedException {
        synchronized (STATES) {
            while (!state(k).started) {
                if (b != null && !b.isBuilding()) {
                    throw new AssertionError(k + " has not started, and " + b + " has ended: " + b.getLog());
                }
                STATES.wait(100);
            }
        }
        if (b instanceof WorkflowRun run && run.getExecution() instanceof CpsFlowExecution flow) {
            flow.labSettled().join();
        }
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        synchronized (STATES) {
            return new Execution(context, id + "/" + ++state(id).calls);
        }
    }

    /** Waits. */
    public static class Execution extends StepExecution {

        private static final long serialVersionUID = 1L;

        private final String key;

        Execution(StepContext context, String key) {
            super(context);
            this.key = key;
        }

        private State begin() {
            synchronized (STATES) {
                State state = state(key);
                state.started = true;
                state.context = state.answered ? null : getContext();
                STATES.notifyAll();
                return state;
            }
        }

        @Override
        public boolean start() throws Exception {
            State state = begin();
            if (state.answered) {
                state.end(getContext());
            }
            return state.answered;
        }

        @Override
        public void onResume() {
            State state = begin();
            if (state.answered) {
                state.end(getContext());
            }
        }

        @Override
        public String getStatus() {
            return "waiting on " + key;
        }
    }

    /** The kind of step. */
    @Extension
    public static class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "semaphore";
        }

        @Override
        public String getDisplayName() {
            return "Test step";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of();
        }
    }
}
