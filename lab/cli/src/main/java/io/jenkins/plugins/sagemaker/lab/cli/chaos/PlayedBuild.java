package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.cps.CpsFlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.SynchronousResumeNotSupportedException;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;

/** The build of a run, as far as a controller that has just come up knows it. */
record PlayedBuild(WorkflowRun run) {

    boolean isThere() {
        return run != null;
    }

    boolean isBuilding() {
        return run != null && run.isBuilding();
    }

    /** Null if there is none yet. */
    String result() {
        return run == null || run.getResult() == null ? null : run.getResult().toString();
    }

    /** As the red cross does. */
    void stop() {
        run.doStop();
    }

    /** As a person does whom a build does not obey: asks it to stop, then to end its steps, then kills it. */
    void end(int attempt) {
        switch (attempt % 3) {
            case 0 -> run.doStop();
            case 1 -> run.doTerm();
            default -> run.doKill();
        }
    }

    /** Answers a question with yes, if there is one. */
    boolean answered() throws IOException, InterruptedException {
        InputAction questions = run.getAction(InputAction.class);
        try {
            if (questions == null || !questions.isWaitingForInput()) {
                return false;
            }
            questions.getExecutions().get(0).doProceedEmpty();
            return true;
        } catch (TimeoutException e) {
            throw new IOException("the questions of the build cannot be read", e);
        }
    }

    /** Whether a step of the plugin is waited for; also before the program has begun. */
    boolean isAtWork() throws InterruptedException {
        FlowExecution flow = run.getExecution();
        if (flow == null) {
            return true;
        }
        try {
            return flow.getCurrentExecutions(true).get(1, TimeUnit.MINUTES).stream()
                    .anyMatch(step -> step.getClass().getName().startsWith(Afterwards.STEPS));
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The stand-in does not tell which steps run.", e);
        }
    }

    /** Why Jenkins could not go on with it after a restart; null if it could. */
    Throwable notResumed() {
        if (run == null || !(run.getExecution() instanceof CpsFlowExecution flow)) {
            return null;
        }
        if (flow.labNotResumed() != null || !flow.isComplete()) {
            return flow.labNotResumed();
        }
        for (Throwable t = failure(flow); t != null; t = t.getCause()) {
            if (t instanceof SynchronousResumeNotSupportedException) {
                return t;
            }
        }
        return null;
    }

    private static Throwable failure(FlowExecution flow) {
        return flow.getCurrentHeads().stream()
                .flatMap(head -> head.getActions(ErrorAction.class).stream())
                .map(ErrorAction::getError)
                .findFirst()
                .orElse(null);
    }
}
