package org.jenkinsci.plugins.workflow.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.CpsDefaultGroovyMethods;
import com.cloudbees.groovy.cps.Outcome;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.WritableIterators;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * One line of control in a program: the main one, a parallel branch, or a block while the step around it waits. Runs only
 * in the CPS thread of its program.
 */
public final class CpsThread implements Serializable {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("rawtypes")
    private static final List<Class> CATEGORIES = List.of(CpsDefaultGroovyMethods.class, WritableIterators.class);

    private static final ThreadLocal<CpsThread> CURRENT = new ThreadLocal<>();

    public final int id;
    final CpsThreadGroup group;
    final FlowHead head;
    private Continuable program;
    private Outcome resumeValue;
    private final ContextVariableSet contextVariables;
    private StepExecution step;
    private final ArrayList<CpsStepContext> waitingForEnd = new ArrayList<>();

    CpsThread(CpsThreadGroup group, int id, Continuable program, FlowHead head, ContextVariableSet contextVariables) {
        this.group = group;
        this.id = id;
        this.program = program;
        this.head = head;
        this.contextVariables = contextVariables;
    }

    /** The line of control that runs in this CPS thread now. */
    public static CpsThread current() {
        return CURRENT.get();
    }

    public CpsThreadGroup getGroup() {
        return group;
    }

    public CpsFlowExecution getExecution() {
        return group.getExecution();
    }

    ContextVariableSet contextVariables() {
        return contextVariables;
    }

    public @CheckForNull StepExecution getStep() {
        return step;
    }

    void setStep(StepExecution step) {
        this.step = step;
    }

    boolean isRunnable() {
        return resumeValue != null;
    }

    boolean isAlive() {
        return program.isResumable();
    }

    /** Runs until the next suspension; answers how that went. */
    Outcome runNextChunk() {
        CpsThread before = CURRENT.get();
        CURRENT.set(this);
        try {
            Outcome value = resumeValue;
            resumeValue = null;
            Outcome outcome = program.run0(value, CATEGORIES);
            if (outcome.getNormal() instanceof ThreadTask task) {
                resumeValue = task.eval(this);
                return new Outcome(null, null);
            }
            return outcome;
        } finally {
            CURRENT.set(before);
        }
    }

    /** Lets it go on with that value or failure; ignored where it is already about to go on. */
    void proceed(Outcome value) {
        if (resumeValue == null) {
            resumeValue = value;
            group.schedule();
        }
    }

    /** Asks the running step to end, or breaks in where none runs. */
    public void stop(Throwable t) {
        StepExecution running = step;
        if (running == null) {
            resumeValue = new Outcome(null, t);
            group.schedule();
            return;
        }
        try {
            running.stop(t);
        } catch (Exception e) {
            t.addSuppressed(e);
            running.getContext().onFailure(t);
        }
    }

    /** The line of control that runs a block of this one's step; null where none does. */
    @CheckForNull
    CpsThread nextInner() {
        for (CpsThread t : group.threads()) {
            if (t.id > id && t.head == head) {
                return t;
            }
        }
        return null;
    }

    void completeAfterThis(CpsStepContext context) {
        waitingForEnd.add(context);
    }

    void fireEnd() {
        List.copyOf(waitingForEnd).forEach(CpsStepContext::scheduleNextRun);
    }

    public List<StackTraceElement> getStackTrace() {
        return program.getStackTrace();
    }

    @Override
    public String toString() {
        return "Thread #" + id;
    }

    /** Hook of the stand-in: the newest node of the branch that this runs. */
    public FlowNode labNode() {
        return head.get();
    }
}
