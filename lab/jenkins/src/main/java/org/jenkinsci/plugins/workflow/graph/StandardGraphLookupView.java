package org.jenkinsci.plugins.workflow.graph;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.ArrayList;
import java.util.List;

/** Answers from what every node knows of its parents: an end knows its start, a node the block that it lies in. */
public final class StandardGraphLookupView implements GraphLookupView {

    @Override
    public boolean isActive(@NonNull FlowNode node) {
        if (node instanceof FlowEndNode) {
            return false;
        }
        if (node instanceof BlockStartNode start) {
            return getEndNode(start) == null;
        }
        return node.getExecution().isCurrentHead(node);
    }

    @Override
    public @CheckForNull BlockEndNode<?> getEndNode(@NonNull BlockStartNode startNode) {
        return startNode.end;
    }

    @Override
    public @CheckForNull BlockStartNode findEnclosingBlockStart(@NonNull FlowNode node) {
        FlowNode current = node;
        while (true) {
            if (current instanceof BlockEndNode<?> end) {
                current = end.getStartNode();
            }
            List<FlowNode> parents = current.getParents();
            if (parents.isEmpty()) {
                return null;
            }
            current = parents.get(0);
            if (current instanceof BlockStartNode start) {
                return start;
            }
        }
    }

    @Override
    public @NonNull List<BlockStartNode> findAllEnclosingBlockStarts(@NonNull FlowNode node) {
        List<BlockStartNode> blocks = new ArrayList<>();
        for (BlockStartNode block = node.labBlock(); block != null; block = block.labBlock()) {
            blocks.add(block);
        }
        return blocks;
    }

    @Override
    public @NonNull Iterable<BlockStartNode> iterateEnclosingBlocks(@NonNull FlowNode node) {
        return findAllEnclosingBlockStarts(node);
    }
}
