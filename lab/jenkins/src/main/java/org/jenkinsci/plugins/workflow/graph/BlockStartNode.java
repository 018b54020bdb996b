package org.jenkinsci.plugins.workflow.graph;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

/** The start of a step with a block, or of its block. */
public abstract class BlockStartNode extends FlowNode {

    /** Set by the end, once there is one. */
    volatile BlockEndNode<?> end;

    protected BlockStartNode(FlowExecution exec, String id, FlowNode... parents) {
        super(exec, id, parents);
    }

    protected BlockStartNode(FlowExecution exec, String id, List<FlowNode> parents) {
        super(exec, id, parents);
    }

    public @CheckForNull BlockEndNode<?> getEndNode() {
        return getExecution().getEndNode(this);
    }
}
