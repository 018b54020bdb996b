package org.jenkinsci.plugins.workflow.cps;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Action;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;

/** Prepares one run of a block of a CPS program. */
public final class CpsBodyInvoker extends BodyInvoker {

    final int bodyId;
    final List<Object> contextOverrides = new ArrayList<>();
    final List<Action> startNodeActions = new ArrayList<>();
    private final CpsStepContext owner;
    private final boolean unexport;
    private final List<BodyExecutionCallback> callbacks = new ArrayList<>();
    private CpsBodyExecution execution;

    CpsBodyInvoker(CpsStepContext owner, int bodyId, boolean unexport) {
        this.owner = owner;
        this.bodyId = bodyId;
        this.unexport = unexport;
    }

    @Override
    public CpsBodyInvoker withContext(Object override) {
        if (override != null) {
            contextOverrides.add(override);
        }
        return this;
    }

    @Override
    public CpsBodyInvoker withCallback(BodyExecutionCallback callback) {
        callbacks.add(callback);
        return this;
    }

    @Override
    public CpsBodyInvoker withDisplayName(@NonNull String name) {
        startNodeActions.add(new LabelAction(name));
        return this;
    }

    /** Adds an action to the node that starts the block. */
    public CpsBodyInvoker withStartAction(Action a) {
        startNodeActions.add(a);
        return this;
    }

    @Override
    public CpsBodyExecution start() {
        if (execution != null) {
            throw new IllegalStateException("Already started");
        }
        execution = new CpsBodyExecution(owner, callbacks, unexport ? bodyId : 0);
        try {
            owner.prepare(this);
        } catch (IOException gone) {
            throw new UncheckedIOException("cannot start a block of " + owner, gone);
        }
        return execution;
    }

    void launch(CpsThread thread, FlowHead head) {
        execution.launch(this, thread, head);
    }
}
