package org.jenkinsci.plugins.workflow.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import groovy.lang.Closure;
import hudson.model.Result;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** A running program: its lines of control and the blocks that they may still call. The root of what is written. */
public final class CpsThreadGroup implements Serializable {

    private static final long serialVersionUID = 1L;

    private transient CpsFlowExecution execution;
    private transient boolean scheduled;
    private transient boolean paused;
    private final TreeMap<Integer, CpsThread> threads = new TreeMap<>();
    private final HashMap<Integer, Closure<?>> closures = new HashMap<>();
    private int counter;

    CpsThreadGroup(CpsFlowExecution execution) {
        this.execution = execution;
    }

    /** Only while a program is written or run. */
    public CpsFlowExecution getExecution() {
        return execution;
    }

    Collection<CpsThread> threads() {
        return List.copyOf(threads.values());
    }

    CpsThread getThread(int id) {
        return threads.get(id);
    }

    CpsThread addThread(Continuable program, FlowHead head, ContextVariableSet contextVariables) {
        var t = new CpsThread(this, counter++, program, head, contextVariables);
        threads.put(t.id, t);
        return t;
    }

    /** Keeps a block, so that a step that may be written elsewhere can name it by number. */
    int export(Closure<?> body) {
        int id = ++counter;
        closures.put(id, body);
        return id;
    }

    void unexport(int id) {
        closures.remove(id);
    }

    Closure<?> closure(int id) {
        return closures.get(id);
    }

    /** Lets nothing more run, as before a shutdown; what runs now runs to its next suspension. */
    void pause() {
        paused = true;
    }

    /** Has all that can go on go on, later in the CPS thread. */
    void schedule() {
        if (!scheduled && !paused) {
            scheduled = true;
            execution.runner().execute(this::run);
        }
    }

    private void run() {
        scheduled = false;
        if (paused) {
            return;
        }
        boolean again = false;
        for (CpsThread t : threads()) {
            if (t.isRunnable() && threads.containsKey(t.id)) {
                Outcome outcome = t.runNextChunk();
                if (t.isAlive()) {
                    again |= t.isRunnable();
                } else {
                    ended(t, outcome);
                }
            }
        }
        again |= threads().stream().anyMatch(CpsThread::isRunnable);
        if (threads.isEmpty()) {
            return;
        }
        if (again) {
            schedule();
        } else {
            execution.saveProgramIfDurable();
        }
    }

    private void ended(CpsThread t, Outcome outcome) {
        if (outcome.isFailure()) {
            Throwable error = outcome.getAbnormal();
            execution.setResult(
                    error instanceof FlowInterruptedException interrupted ? interrupted.getResult() : Result.FAILURE);
            t.head.get().addAction(new ErrorAction(error));
        }
        t.fireEnd();
        threads.remove(t.id);
        if (threads.isEmpty()) {
            closures.clear();
            execution.onProgramEnd(outcome);
        }
    }

    /** Ends a program that cannot be written: whoever runs last gets the blame. */
    void fail(Throwable t) {
        Map.Entry<Integer, CpsThread> last = threads.lastEntry();
        if (last != null) {
            last.getValue().proceed(new Outcome(null, t));
        }
    }

    private Object readResolve() {
        execution = ProgramStore.current();
        return this;
    }
}
