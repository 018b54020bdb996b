package org.jenkinsci.plugins.workflow.graph;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.List;

/** Answers how blocks of a flow graph lie in each other. */
public interface GraphLookupView {

    /** Whether the node is still running. */
    boolean isActive(@NonNull FlowNode node);

    /** The end of the block; null where it is still running. */
    @CheckForNull
    BlockEndNode<?> getEndNode(@NonNull BlockStartNode startNode);

    /** The innermost block around the node; null for the outermost nodes. */
    @CheckForNull
    BlockStartNode findEnclosingBlockStart(@NonNull FlowNode node);

    /** The blocks around the node, innermost first. */
    @NonNull
    List<BlockStartNode> findAllEnclosingBlockStarts(@NonNull FlowNode node);

    /** The blocks around the node, innermost first. */
    @NonNull
    Iterable<BlockStartNode> iterateEnclosingBlocks(@NonNull FlowNode node);
}
