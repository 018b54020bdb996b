package org.jenkinsci.plugins.workflow.steps;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.ListenableFuture;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.model.Result;
import java.io.IOException;
import java.io.Serializable;

/** How one running step talks to its build. Serializable; the same step gets an equal one after a restart. */
public abstract class StepContext implements FutureCallback<Object>, Serializable {

    private static final long serialVersionUID = 1L;

    /** The contextual object of that type; null where the step is called outside of what would provide it. */
    public abstract <T> T get(Class<T> key) throws IOException, InterruptedException;

    /** Ends the step with that value. Only the first end counts. */
    @Override
    public abstract void onSuccess(@Nullable Object result);

    /** Whether {@link #get} can answer without waiting for the program to be loaded. */
    public abstract boolean isReady();

    /**
     * Asks for the program, and with it the state of all steps, to be written now. Does nothing where the build's
     * durability hint does not write at every step.
     */
    public abstract ListenableFuture<Void> saveState();

    /** Makes the result of the build at least that bad. */
    public abstract void setResult(Result r);

    /**
     * Prepares a run of the step's block.
     *
     * @throws IllegalStateException where the step was called without a block
     */
    public abstract BodyInvoker newBodyInvoker() throws IllegalStateException;

    /** Whether the step was called with a block. */
    public boolean hasBody() {
        try {
            newBodyInvoker();
            return true;
        } catch (IllegalStateException noBlock) {
            return false;
        }
    }

    @Override
    public abstract boolean equals(Object o);

    @Override
    public abstract int hashCode();
}
