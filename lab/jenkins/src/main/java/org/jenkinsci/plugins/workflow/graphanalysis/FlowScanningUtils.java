package org.jenkinsci.plugins.workflow.graphanalysis;

import com.google.common.base.Predicate;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Action;
import java.util.Comparator;
import org.jenkinsci.plugins.workflow.actions.TimingAction;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Common conditions and orders of flow nodes. */
public final class FlowScanningUtils {

    public static final Predicate<FlowNode> MATCH_BLOCK_START = BlockStartNode.class::isInstance;

    public static final Comparator<FlowNode> TIME_ORDER_COMPARATOR =
            Comparator.comparingLong(TimingAction::getStartTime);

    public static final Comparator<FlowNode> ID_ORDER_COMPARATOR =
            Comparator.comparingInt(node -> Integer.parseInt(node.getId()));

    private FlowScanningUtils() {}

    public static @NonNull Predicate<FlowNode> hasActionPredicate(@NonNull Class<? extends Action> actionClass) {
        return node -> node != null && node.getAction(actionClass) != null;
    }

    /** The blocks around the node, innermost first. */
    public static @NonNull Filterator<FlowNode> fetchEnclosingBlocks(@NonNull FlowNode f) {
        var scanner = new LinearBlockHoppingScanner();
        scanner.setup(f);
        Predicate<FlowNode> notItself = node -> node != f;
        return scanner.filter(MATCH_BLOCK_START).filter(notItself);
    }
}
