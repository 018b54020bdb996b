package org.jenkinsci.plugins.workflow.graph;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Action;
import hudson.model.Actionable;
import hudson.model.Saveable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.actions.PersistentAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

/** A step, or the start or end of a block, in the record of what a Pipeline did. */
public abstract class FlowNode extends Actionable implements Saveable {

    private final FlowExecution exec;
    private final String id;
    private final List<FlowNode> parents;
    private final List<Action> nodeActions = new CopyOnWriteArrayList<>();
    private BlockStartNode block;
    private boolean blockKnown;

    protected FlowNode(FlowExecution exec, String id, List<FlowNode> parents) {
        this.exec = exec;
        this.id = id;
        this.parents = List.copyOf(parents);
    }

    protected FlowNode(FlowExecution exec, String id, FlowNode... parents) {
        this(exec, id, List.of(parents));
    }

    public @NonNull FlowExecution getExecution() {
        return exec;
    }

    /** Unique within the execution; later nodes have higher numbers. */
    public @NonNull String getId() {
        return id;
    }

    /** What ran just before this; several only where parallel branches meet. */
    public @NonNull List<FlowNode> getParents() {
        return parents;
    }

    public @NonNull List<String> getParentIds() {
        return parents.stream().map(FlowNode::getId).toList();
    }

    /** The blocks around this, innermost first. */
    public @NonNull List<? extends BlockStartNode> getEnclosingBlocks() {
        return exec.findAllEnclosingBlockStarts(this);
    }

    public @NonNull Iterable<BlockStartNode> iterateEnclosingBlocks() {
        return exec.iterateEnclosingBlocks(this);
    }

    public @CheckForNull String getEnclosingId() {
        BlockStartNode around = labBlock();
        return around == null ? null : around.getId();
    }

    public @NonNull List<String> getAllEnclosingIds() {
        return exec.findAllEnclosingBlockStarts(this).stream()
                .map(FlowNode::getId)
                .toList();
    }

    public final boolean isActive() {
        return exec.isActive(this);
    }

    @Deprecated
    public final boolean isRunning() {
        return exec.isCurrentHead(this);
    }

    public @CheckForNull ErrorAction getError() {
        return getPersistentAction(ErrorAction.class);
    }

    @Override
    public String getDisplayName() {
        LabelAction label = getPersistentAction(LabelAction.class);
        return label != null ? label.getDisplayName() : getTypeDisplayName();
    }

    /** The name of the step as a Jenkinsfile calls it, with its label. */
    public String getDisplayFunctionName() {
        String function = getTypeFunctionName();
        if (function == null) {
            return getDisplayName();
        }
        LabelAction label = getPersistentAction(LabelAction.class);
        return label == null ? function : function + " (" + label.getDisplayName() + ")";
    }

    protected abstract String getTypeDisplayName();

    protected String getTypeFunctionName() {
        return getTypeDisplayName();
    }

    public String getSearchUrl() {
        return getId();
    }

    public String getUrl() throws IOException {
        return exec.getUrl() + "node/" + id + "/";
    }

    @SuppressWarnings("deprecation")
    @Override
    public @NonNull List<Action> getActions() {
        return nodeActions;
    }

    @Override
    public void addAction(@NonNull Action a) {
        nodeActions.add(a);
        if (a instanceof PersistentAction) {
            try {
                save();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("cannot write node " + id, e);
            }
        }
    }

    @Override
    public <T extends Action> T getAction(Class<T> type) {
        for (Action a : nodeActions) {
            if (type.isInstance(a)) {
                return type.cast(a);
            }
        }
        return null;
    }

    public final @CheckForNull <T extends Action> T getPersistentAction(@NonNull Class<T> type) {
        return getAction(type);
    }

    @Override
    public void save() throws IOException {
        exec.saveActions(this, nodeActions);
    }

    /** Hook of the stand-in: the innermost block around this, computed once; null for the outermost nodes. */
    public final BlockStartNode labBlock() {
        if (!blockKnown) {
            block = exec.findEnclosingBlockStart(this);
            blockKnown = true;
        }
        return block;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof FlowNode other && id.equals(other.id) && exec.equals(other.exec);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[id=" + id + ", exec=" + exec + "]";
    }
}
