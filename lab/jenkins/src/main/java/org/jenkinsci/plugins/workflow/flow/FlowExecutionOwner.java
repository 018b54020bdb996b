package org.jenkinsci.plugins.workflow.flow;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Queue;
import hudson.model.TaskListener;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;

/** Names a Pipeline execution so that it can be found again after a restart. Small and serializable. */
public abstract class FlowExecutionOwner implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The execution; waits for nothing, so it fails where the build has none yet. */
    @NonNull
    public abstract FlowExecution get() throws IOException;

    /** The execution; null where there is none yet. */
    public @CheckForNull FlowExecution getOrNull() {
        try {
            return get();
        } catch (IOException none) {
            return null;
        }
    }

    /** The folder in which the execution keeps its files. */
    public abstract File getRootDir() throws IOException;

    /** The build. */
    public abstract Queue.Executable getExecutable() throws IOException;

    /** The build's page, relative to Jenkins' root. */
    public abstract String getUrl() throws IOException;

    public String getUrlOfExecution() throws IOException {
        return getUrl() + "execution/";
    }

    /** The build's log. */
    public @NonNull TaskListener getListener() throws IOException {
        return TaskListener.NULL;
    }

    @Override
    public abstract boolean equals(Object o);

    @Override
    public abstract int hashCode();

    /** Something that runs a Pipeline. */
    public interface Executable extends Queue.Executable {
        FlowExecutionOwner asFlowExecutionOwner();
    }
}
