package org.jenkinsci.plugins.workflow.graph;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.List;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

/** The end of a step with a block, or of its block. */
public abstract class BlockEndNode<START extends BlockStartNode> extends FlowNode {

    private final START start;

    protected BlockEndNode(FlowExecution exec, String id, START start, FlowNode... parents) {
        this(exec, id, start, List.of(parents));
    }

    protected BlockEndNode(FlowExecution exec, String id, START start, List<FlowNode> parents) {
        super(exec, id, parents);
        this.start = start;
        BlockStartNode asBlock = start;
        asBlock.end = this;
    }

    public @NonNull START getStartNode() {
        return start;
    }
}
