package org.jenkinsci.plugins.workflow.flow;

import com.google.common.util.concurrent.ListenableFuture;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Result;
import java.io.IOException;
import java.util.List;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowActionStorage;
import org.jenkinsci.plugins.workflow.graph.FlowEndNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.GraphLookupView;
import org.jenkinsci.plugins.workflow.graph.StandardGraphLookupView;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** One run of a Pipeline program: its graph of nodes, its living steps, its end. */
public abstract class FlowExecution implements FlowActionStorage, GraphLookupView {

    protected FlowDurabilityHint durabilityHint;

    private transient GraphLookupView graph;

    public abstract void start() throws IOException;

    /** Called on the loaded execution; makes it go on where it was not complete. */
    public void onLoad(FlowExecutionOwner owner) throws IOException {}

    public abstract FlowExecutionOwner getOwner();

    /** The newest node of every parallel branch. */
    public abstract List<FlowNode> getCurrentHeads();

    /** The innermost running step of every branch. */
    public ListenableFuture<List<StepExecution>> getCurrentExecutions() {
        return getCurrentExecutions(true);
    }

    /** The running steps; only the innermost of every branch if so asked. In the order of their start. */
    public abstract ListenableFuture<List<StepExecution>> getCurrentExecutions(boolean innerMostOnly);

    public boolean isCurrentHead(FlowNode n) {
        return getCurrentHeads().contains(n);
    }

    /** The page of the execution, relative to Jenkins' root. */
    public String getUrl() throws IOException {
        return getOwner().getUrlOfExecution();
    }

    /** Stops all branches, innermost steps first. */
    public abstract void interrupt(Result r, CauseOfInterruption... causes) throws IOException, InterruptedException;

    public abstract void addListener(GraphListener listener);

    public void removeListener(GraphListener listener) {}

    public boolean isComplete() {
        List<FlowNode> heads = getCurrentHeads();
        return heads.size() == 1 && heads.get(0) instanceof FlowEndNode;
    }

    /** Why the program failed; null where it did not or still runs. */
    public final @CheckForNull Throwable getCauseOfFailure() {
        List<FlowNode> heads = getCurrentHeads();
        if (heads.size() != 1 || !(heads.get(0) instanceof FlowEndNode end)) {
            return null;
        }
        ErrorAction error = end.getError();
        return error == null ? null : error.getError();
    }

    public @CheckForNull abstract FlowNode getNode(String id) throws IOException;

    public abstract boolean blocksRestart();

    /** Called once every resumed step has been told. */
    protected void afterStepExecutionsResumed() {}

    public @NonNull FlowDurabilityHint getDurabilityHint() {
        return durabilityHint == null ? FlowDurabilityHint.MAX_SURVIVABILITY : durabilityHint;
    }

    protected synchronized GraphLookupView getInternalGraphLookup() {
        if (graph == null) {
            graph = new StandardGraphLookupView();
        }
        return graph;
    }

    @Override
    public boolean isActive(@NonNull FlowNode node) {
        return getInternalGraphLookup().isActive(node);
    }

    @Override
    public @CheckForNull BlockEndNode<?> getEndNode(@NonNull BlockStartNode startNode) {
        return getInternalGraphLookup().getEndNode(startNode);
    }

    @Override
    public @CheckForNull BlockStartNode findEnclosingBlockStart(@NonNull FlowNode node) {
        return getInternalGraphLookup().findEnclosingBlockStart(node);
    }

    @Override
    public @NonNull List<BlockStartNode> findAllEnclosingBlockStarts(@NonNull FlowNode node) {
        return getInternalGraphLookup().findAllEnclosingBlockStarts(node);
    }

    @Override
    public @NonNull Iterable<BlockStartNode> iterateEnclosingBlocks(@NonNull FlowNode node) {
        return getInternalGraphLookup().iterateEnclosingBlocks(node);
    }

    /** Hook of the stand-in for package {@code flow}: tells the execution that its steps were resumed. */
    final void labStepsResumed() {
        afterStepExecutionsResumed();
    }
}
