package org.jenkinsci.plugins.workflow.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

/** Walks a flow graph from its heads back to its start, every node once. */
public class FlowGraphWalker implements Iterable<FlowNode> {

    private final List<FlowNode> heads = new ArrayList<>();

    public FlowGraphWalker() {}

    public FlowGraphWalker(FlowExecution exec) {
        addHeads(exec.getCurrentHeads());
    }

    public void addHead(FlowNode head) {
        heads.add(head);
    }

    public void addHeads(List<FlowNode> nodes) {
        heads.addAll(nodes);
    }

    @Override
    public Iterator<FlowNode> iterator() {
        return new Walk(heads);
    }

    private static final class Walk implements Iterator<FlowNode> {
        private final Deque<FlowNode> open = new ArrayDeque<>();
        private final Set<FlowNode> seen = new HashSet<>();

        Walk(List<FlowNode> heads) {
            heads.forEach(this::push);
        }

        private void push(FlowNode node) {
            if (seen.add(node)) {
                open.push(node);
            }
        }

        @Override
        public boolean hasNext() {
            return !open.isEmpty();
        }

        @Override
        public FlowNode next() {
            if (open.isEmpty()) {
                throw new NoSuchElementException("the whole graph has been walked");
            }
            FlowNode node = open.pop();
            node.getParents().forEach(this::push);
            return node;
        }
    }
}
