package org.jenkinsci.plugins.workflow.graphanalysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Walks every branch to its start before the next one; every node once. */
public class DepthFirstScanner extends AbstractFlowScanner {

    protected ArrayDeque<FlowNode> queue = new ArrayDeque<>();
    protected HashSet<FlowNode> visited = new HashSet<>();

    @Override
    protected void reset() {
        queue.clear();
        visited.clear();
    }

    @Override
    protected void setHeads(@NonNull Collection<FlowNode> heads) {
        push(List.copyOf(heads));
        myNext = queue.poll();
    }

    @Override
    protected @CheckForNull FlowNode next(@NonNull FlowNode current, @NonNull Collection<FlowNode> blackList) {
        push(current.getParents());
        return queue.poll();
    }

    private void push(List<FlowNode> nodes) {
        List<FlowNode> fresh = new ArrayList<>();
        for (FlowNode node : nodes) {
            if (!myBlackList.contains(node) && visited.add(node)) {
                fresh.add(node);
            }
        }
        for (int i = fresh.size() - 1; i >= 0; i--) {
            queue.push(fresh.get(i));
        }
    }
}
