package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Functions;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.CauseOfInterruption;
import jenkins.model.InterruptedBuildAction;

/** Ends steps, and at last the build, with a given result: an abort, a time-out, a failed check. */
public final class FlowInterruptedException extends InterruptedException {

    private static final long serialVersionUID = 1L;

    private final Result result;
    private final List<CauseOfInterruption> causes;
    private boolean actualInterruption;

    @Deprecated
    public FlowInterruptedException(@NonNull Result result, @NonNull CauseOfInterruption... causes) {
        this(result, true, causes);
    }

    /**
     * @param actualInterruption whether someone really stopped the build, so that {@code catchError} and {@code retry}
     *     should let this pass
     */
    public FlowInterruptedException(
            @NonNull Result result, boolean actualInterruption, @NonNull CauseOfInterruption... causes) {
        this.result = result;
        this.actualInterruption = actualInterruption;
        this.causes = new ArrayList<>(List.of(causes));
    }

    public @NonNull Result getResult() {
        return result;
    }

    public @NonNull List<CauseOfInterruption> getCauses() {
        return causes;
    }

    public boolean isActualInterruption() {
        return actualInterruption;
    }

    public void setActualInterruption(boolean actualInterruption) {
        this.actualInterruption = actualInterruption;
    }

    @Override
    public String getMessage() {
        return causes.stream().map(CauseOfInterruption::getShortDescription).collect(Collectors.joining(", "));
    }

    /** Prints the causes that the build does not know yet, and records them on it. */
    public void handle(Run<?, ?> run, TaskListener listener) {
        Set<CauseOfInterruption> fresh = new LinkedHashSet<>(causes);
        run.getActions(InterruptedBuildAction.class).forEach(known -> fresh.removeAll(known.getCauses()));
        if (!fresh.isEmpty()) {
            run.addAction(new InterruptedBuildAction(fresh));
            fresh.forEach(cause -> cause.print(listener));
        }
        print(getCause(), run, listener);
        for (Throwable suppressed : getSuppressed()) {
            print(suppressed, run, listener);
        }
    }

    private static void print(@CheckForNull Throwable t, Run<?, ?> run, TaskListener listener) {
        if (t instanceof FlowInterruptedException inner) {
            inner.handle(run, listener);
        } else if (t instanceof AbortException) {
            listener.getLogger().println(t.getMessage());
        } else if (t != null) {
            Functions.printStackTrace(t, listener.getLogger());
        }
    }
}
