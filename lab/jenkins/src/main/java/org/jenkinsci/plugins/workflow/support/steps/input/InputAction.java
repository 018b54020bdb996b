package org.jenkinsci.plugins.workflow.support.steps.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import jenkins.model.RunAction2;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** The questions of a build that wait for an answer. There as long as there are any. */
public class InputAction implements RunAction2 {

    private final List<String> ids = new ArrayList<>();
    private transient Run<?, ?> run;

    static InputAction of(Run<?, ?> run) {
        synchronized (run) {
            InputAction action = run.getAction(InputAction.class);
            if (action == null) {
                action = new InputAction();
                run.addAction(action);
            }
            return action;
        }
    }

    public synchronized void add(@NonNull InputStepExecution step) throws IOException {
        ids.add(step.getId());
        run.save();
    }

    synchronized void remove(InputStepExecution step) {
        ids.remove(step.getId());
        if (ids.isEmpty()) {
            run.removeAction(this);
        }
    }

    /** The question of that id; null where it does not wait. */
    public synchronized @CheckForNull InputStepExecution getExecution(String id)
            throws InterruptedException, TimeoutException {
        return getExecutions().stream()
                .filter(step -> step.getId().equals(id))
                .findFirst()
                .orElse(null);
    }

    public List<InputStepExecution> getExecutions() throws InterruptedException, TimeoutException {
        FlowExecution execution =
                ((FlowExecutionOwner.Executable) run).asFlowExecutionOwner().getOrNull();
        if (execution == null) {
            return List.of();
        }
        List<InputStepExecution> waiting = new ArrayList<>();
        try {
            for (StepExecution step : execution.getCurrentExecutions(true).get()) {
                if (step instanceof InputStepExecution input && !input.isSettled()) {
                    waiting.add(input);
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot ask the program of " + run, e);
        }
        return waiting;
    }

    public boolean isWaitingForInput() throws InterruptedException, TimeoutException {
        return !getExecutions().isEmpty();
    }

    public Run<?, ?> getRun() {
        return run;
    }

    @Override
    public void onAttached(Run<?, ?> r) {
        run = r;
    }

    @Override
    public void onLoad(Run<?, ?> r) {
        run = r;
    }

    @Override
    public String getIconFileName() {
        return "symbol-checkmark-circle-outline";
    }

    @Override
    public String getDisplayName() {
        return "Paused for Input";
    }

    @Override
    public String getUrlName() {
        return "input";
    }
}
