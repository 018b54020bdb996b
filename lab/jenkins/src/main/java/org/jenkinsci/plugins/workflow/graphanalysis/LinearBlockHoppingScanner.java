package org.jenkinsci.plugins.workflow.graphanalysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Collection;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Follows the first parent and jumps over finished blocks: only what encloses or precedes the head is seen. */
public class LinearBlockHoppingScanner extends LinearScanner {

    @Override
    protected void setHeads(@NonNull Collection<FlowNode> heads) {
        myNext = jumpBlockScan(heads.iterator().next(), myBlackList);
    }

    @Override
    protected @CheckForNull FlowNode next(@CheckForNull FlowNode current, @NonNull Collection<FlowNode> blackList) {
        if (current == null) {
            return null;
        }
        FlowNode parent = super.next(current, blackList);
        return parent == null ? null : jumpBlockScan(parent, blackList);
    }

    /** The node itself, or what comes before the block that it ends. */
    protected @CheckForNull FlowNode jumpBlockScan(
            @CheckForNull FlowNode node, @NonNull Collection<FlowNode> blacklistNodes) {
        FlowNode candidate = node;
        while (candidate instanceof BlockEndNode<?> end) {
            candidate = super.next(end.getStartNode(), blacklistNodes);
        }
        return candidate;
    }
}
