package org.jenkinsci.plugins.workflow.pickles;

import com.google.common.util.concurrent.ListenableFuture;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;

/** What is written in place of an object that must be found again rather than copied. */
public abstract class Pickle implements Serializable {

    private static final long serialVersionUID = 1L;

    @Deprecated
    public ListenableFuture<?> rehydrate() {
        throw new UnsupportedOperationException(getClass() + " restores nothing");
    }

    /** Finds the object again. */
    public ListenableFuture<?> rehydrate(FlowExecutionOwner owner) {
        return rehydrate();
    }
}
