package org.jenkinsci.plugins.workflow.cps.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import groovy.lang.Closure;
import hudson.model.Result;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.actions.ThreadNameAction;
import org.jenkinsci.plugins.workflow.cps.CpsStepContext;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Waits for all branches; fails as the worst of them did. */
class ParallelStepExecution extends StepExecution {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Closure<?>> closures;
    private final boolean failFast;
    private final LinkedHashMap<String, BodyExecution> bodies = new LinkedHashMap<>();
    private final LinkedHashMap<String, Object> values = new LinkedHashMap<>();
    private final LinkedHashMap<String, Throwable> failures = new LinkedHashMap<>();
    private boolean stopping;

    ParallelStepExecution(Map<String, Closure<?>> closures, boolean failFast, StepContext context) {
        super(context);
        this.closures = closures;
        this.failFast = failFast;
    }

    @Override
    public boolean start() throws Exception {
        CpsStepContext context = (CpsStepContext) getContext();
        if (closures.isEmpty()) {
            context.get(TaskListener.class).getLogger().println("No branches to run");
            context.onSuccess(new LinkedHashMap<>());
            return true;
        }
        closures.forEach((name, closure) -> bodies.put(
                name,
                context.labBodyInvoker(closure)
                        .withStartAction(new BranchLabel(name))
                        .withCallback(new Branch(this, name))
                        .start()));
        return false;
    }

    @Override
    public void stop(@NonNull Throwable cause) throws Exception {
        for (BodyExecution body : bodies.values()) {
            body.cancel(cause);
        }
    }

    private void ended(String name, Object value, Throwable failure) {
        if (failure == null) {
            values.put(name, value);
        } else {
            failures.put(name, failure);
            if (failFast && !stopping) {
                stopOthers(name);
            }
        }
        if (values.size() + failures.size() < bodies.size()) {
            return;
        }
        if (failures.isEmpty()) {
            getContext().onSuccess(new LinkedHashMap<>(values));
        } else {
            getContext().onFailure(worst());
        }
    }

    private void stopOthers(String name) {
        stopping = true;
        try {
            getContext().get(TaskListener.class).getLogger().println("Failed in branch " + name);
        } catch (IOException | InterruptedException gone) {
            throw new IllegalStateException("cannot write to the log of " + getContext(), gone);
        }
        bodies.forEach((other, body) -> {
            if (!other.equals(name) && !values.containsKey(other) && !failures.containsKey(other)) {
                body.cancel(new FailFastCause(name));
            }
        });
    }

    /** The failure with the worst result; what merely followed from fail-fast counts last. */
    private Throwable worst() {
        Throwable worst = null;
        for (Throwable failure : failures.values()) {
            boolean first = worst == null || isFailFast(worst) && !isFailFast(failure);
            boolean same = worst != null && isFailFast(worst) == isFailFast(failure);
            if (first || same && result(failure).isWorseThan(result(worst))) {
                worst = failure;
            }
        }
        for (Throwable failure : failures.values()) {
            if (failure != worst && !isFailFast(failure)) {
                worst.addSuppressed(failure);
            }
        }
        return worst;
    }

    private static boolean isFailFast(Throwable t) {
        return t instanceof FlowInterruptedException interrupted
                && interrupted.getCauses().stream().anyMatch(FailFastCause.class::isInstance);
    }

    private static Result result(Throwable t) {
        return t instanceof FlowInterruptedException interrupted ? interrupted.getResult() : Result.FAILURE;
    }

    /** The end of one branch. */
    private static final class Branch extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;
        private final ParallelStepExecution step;
        private final String name;

        Branch(ParallelStepExecution step, String name) {
            this.step = step;
            this.name = name;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            step.ended(name, result, null);
        }

        @Override
        public void onFailure(StepContext context, Throwable t) {
            step.ended(name, null, t);
        }
    }

    /** The name of a branch. */
    private static final class BranchLabel extends LabelAction implements ThreadNameAction {
        private final String branchName;

        BranchLabel(String branchName) {
            super(null);
            this.branchName = branchName;
        }

        @Override
        public String getDisplayName() {
            return "Branch: " + branchName;
        }

        @Override
        public @NonNull String getThreadName() {
            return branchName;
        }
    }

    /** Why the other branches are stopped. */
    private static final class FailFastCause extends CauseOfInterruption {
        private static final long serialVersionUID = 1L;
        private final String failingBranch;

        FailFastCause(String failingBranch) {
            this.failingBranch = failingBranch;
        }

        @Override
        public String getShortDescription() {
            return "Failed in branch " + failingBranch;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof FailFastCause that && failingBranch.equals(that.failingBranch);
        }

        @Override
        public int hashCode() {
            return failingBranch.hashCode();
        }
    }
}
