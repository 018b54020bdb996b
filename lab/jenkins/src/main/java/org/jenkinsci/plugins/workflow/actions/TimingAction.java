package org.jenkinsci.plugins.workflow.actions;

import edu.umd.cs.findbugs.annotations.NonNull;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** When a node was started. */
public class TimingAction implements PersistentAction {

    private final long startTime = System.currentTimeMillis();

    /** Milliseconds since 1970. */
    public long getStartTime() {
        return startTime;
    }

    /** The start of the node; 0 where it is not known. */
    public static long getStartTime(@NonNull FlowNode flowNode) {
        TimingAction timing = flowNode.getAction(TimingAction.class);
        return timing == null ? 0 : timing.getStartTime();
    }

    @Override
    public String getDisplayName() {
        return "Timing";
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return null;
    }
}
