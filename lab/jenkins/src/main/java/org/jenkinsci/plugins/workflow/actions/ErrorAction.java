package org.jenkinsci.plugins.workflow.actions;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Arrays;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowGraphWalker;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** How a step failed. */
public class ErrorAction implements PersistentAction {

    private final Throwable error;

    public ErrorAction(@NonNull Throwable error) {
        this.error = error;
    }

    public @NonNull Throwable getError() {
        return error;
    }

    @Override
    public String getDisplayName() {
        return error.getMessage();
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return null;
    }

    /** The first node at which that error was seen; null where it was seen at none. */
    public static @CheckForNull FlowNode findOrigin(@NonNull Throwable error, @NonNull FlowExecution execution) {
        FlowNode first = null;
        for (FlowNode node : new FlowGraphWalker(execution)) {
            ErrorAction action = node.getError();
            if (action != null
                    && equals(error, action.getError())
                    && (first == null || Integer.parseInt(node.getId()) < Integer.parseInt(first.getId()))) {
                first = node;
            }
        }
        return first;
    }

    /** Whether both are the same failure, be it before and after a restart. */
    public static boolean equals(Throwable t1, Throwable t2) {
        return t1 == t2
                || t1.getClass() == t2.getClass()
                        && String.valueOf(t1.getMessage()).equals(String.valueOf(t2.getMessage()))
                        && Arrays.equals(t1.getStackTrace(), t2.getStackTrace());
    }
}
