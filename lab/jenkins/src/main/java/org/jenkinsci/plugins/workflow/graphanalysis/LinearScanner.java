package org.jenkinsci.plugins.workflow.graphanalysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Collection;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Follows the first parent only. */
public class LinearScanner extends AbstractFlowScanner {

    @Override
    protected void reset() {
        myNext = null;
    }

    @Override
    protected void setHeads(@NonNull Collection<FlowNode> heads) {
        myNext = heads.iterator().next();
    }

    @Override
    protected @CheckForNull FlowNode next(@NonNull FlowNode current, @NonNull Collection<FlowNode> blackList) {
        for (FlowNode parent : current.getParents()) {
            if (!blackList.contains(parent)) {
                return parent;
            }
        }
        return null;
    }
}
