package org.jenkinsci.plugins.workflow.graphanalysis;

import com.google.common.base.Predicate;
import com.google.common.base.Predicates;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/**
 * Walks a flow graph from its newest nodes back towards its start. Subclasses choose the order. Not safe for use by
 * several threads; can be set up anew after each use.
 */
public abstract class AbstractFlowScanner implements Iterable<FlowNode>, Filterator<FlowNode> {

    /** The node answered last. */
    protected FlowNode myCurrent;
    /** The node to answer next; null at the end. */
    protected FlowNode myNext;
    /** Nodes that are neither answered nor gone beyond. */
    protected Collection<FlowNode> myBlackList = Set.of();

    /** Forgets everything. */
    protected abstract void reset();

    /** Takes over the nodes to start with, and sets {@link #myNext}. */
    protected abstract void setHeads(@NonNull Collection<FlowNode> heads);

    /** The node after {@code current}; null at the end. */
    @CheckForNull
    protected abstract FlowNode next(@NonNull FlowNode current, @NonNull Collection<FlowNode> blackList);

    /** Starts anew; answers whether there is anything to walk. */
    public boolean setup(@CheckForNull Collection<FlowNode> heads, @CheckForNull Collection<FlowNode> blackList) {
        reset();
        myCurrent = null;
        myNext = null;
        myBlackList = blackList == null ? Set.of() : Set.copyOf(blackList);
        List<FlowNode> useful = new ArrayList<>(heads == null ? List.of() : heads);
        useful.removeAll(myBlackList);
        if (useful.isEmpty()) {
            return false;
        }
        setHeads(useful);
        return true;
    }

    public boolean setup(@CheckForNull Collection<FlowNode> heads) {
        return setup(heads, null);
    }

    public boolean setup(@CheckForNull FlowNode head, @CheckForNull Collection<FlowNode> blackList) {
        return setup(head == null ? null : List.of(head), blackList);
    }

    public boolean setup(@CheckForNull FlowNode head) {
        return setup(head, null);
    }

    @Override
    public boolean hasNext() {
        return myNext != null;
    }

    @Override
    public FlowNode next() {
        if (myNext == null) {
            throw new NoSuchElementException("the whole graph has been walked");
        }
        myCurrent = myNext;
        myNext = next(myCurrent, myBlackList);
        return myCurrent;
    }

    @Override
    public final void remove() {
        throw new UnsupportedOperationException("flow graphs cannot be changed");
    }

    @Override
    public @NonNull Iterator<FlowNode> iterator() {
        return this;
    }

    @Override
    public @NonNull Filterator<FlowNode> filter(@NonNull Predicate<FlowNode> filterCondition) {
        return new FilteratorImpl<>(this, filterCondition);
    }

    public @CheckForNull FlowNode findFirstMatch(
            @CheckForNull Collection<FlowNode> heads,
            @CheckForNull Collection<FlowNode> blackListNodes,
            Predicate<FlowNode> matchCondition) {
        if (!setup(heads, blackListNodes)) {
            return null;
        }
        for (FlowNode node : this) {
            if (matchCondition.apply(node)) {
                return node;
            }
        }
        return null;
    }

    public @CheckForNull FlowNode findFirstMatch(
            @CheckForNull Collection<FlowNode> heads, @NonNull Predicate<FlowNode> matchPredicate) {
        return findFirstMatch(heads, null, matchPredicate);
    }

    public @CheckForNull FlowNode findFirstMatch(
            @CheckForNull FlowNode head, @NonNull Predicate<FlowNode> matchPredicate) {
        return findFirstMatch(head == null ? null : List.of(head), null, matchPredicate);
    }

    public @CheckForNull FlowNode findFirstMatch(
            @CheckForNull FlowExecution exec, @NonNull Predicate<FlowNode> matchPredicate) {
        return exec == null ? null : findFirstMatch(exec.getCurrentHeads(), null, matchPredicate);
    }

    public @NonNull List<FlowNode> filteredNodes(
            @CheckForNull Collection<FlowNode> heads,
            @CheckForNull Collection<FlowNode> blackList,
            Predicate<FlowNode> matchCondition) {
        List<FlowNode> found = new ArrayList<>();
        if (setup(heads, blackList)) {
            for (FlowNode node : this) {
                if (matchCondition.apply(node)) {
                    found.add(node);
                }
            }
        }
        return found;
    }

    public @NonNull List<FlowNode> filteredNodes(
            @CheckForNull Collection<FlowNode> heads, @NonNull Predicate<FlowNode> matchPredicate) {
        return filteredNodes(heads, null, matchPredicate);
    }

    public @NonNull List<FlowNode> filteredNodes(
            @CheckForNull FlowNode head, @NonNull Predicate<FlowNode> matchPredicate) {
        return filteredNodes(head == null ? null : List.of(head), null, matchPredicate);
    }

    public @NonNull List<FlowNode> filteredNodes(
            @CheckForNull FlowExecution exec, @NonNull Predicate<FlowNode> matchPredicate) {
        return exec == null ? List.of() : filteredNodes(exec.getCurrentHeads(), null, matchPredicate);
    }

    public @NonNull List<FlowNode> allNodes(@CheckForNull Collection<FlowNode> heads) {
        return filteredNodes(heads, null, Predicates.alwaysTrue());
    }

    public @NonNull List<FlowNode> allNodes(@CheckForNull FlowExecution exec) {
        return exec == null ? List.of() : allNodes(exec.getCurrentHeads());
    }

    public void visitAll(
            @CheckForNull Collection<FlowNode> heads,
            @CheckForNull Collection<FlowNode> blackList,
            FlowNodeVisitor visitor) {
        if (setup(heads, blackList)) {
            for (FlowNode node : this) {
                if (!visitor.visit(node)) {
                    return;
                }
            }
        }
    }

    public void visitAll(@CheckForNull Collection<FlowNode> heads, FlowNodeVisitor visitor) {
        visitAll(heads, null, visitor);
    }
}
