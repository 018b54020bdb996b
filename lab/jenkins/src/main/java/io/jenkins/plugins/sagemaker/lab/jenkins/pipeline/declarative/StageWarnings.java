package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import hudson.model.Result;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;

/** Warnings that steps left in the stage that runs now: {@code unstable}, {@code warnError} and their like. */
final class StageWarnings {

    private StageWarnings() {}

    /** The worst of them; success where there is none. */
    static Result worst(List<FlowNode> heads, String stage) {
        Result worst = Result.SUCCESS;
        for (FlowNode node : new DepthFirstScanner().allNodes(heads)) {
            WarningAction warning = node.getPersistentAction(WarningAction.class);
            if (warning != null && isWithin(node, stage)) {
                worst = worst.combine(warning.getResult());
            }
        }
        return worst;
    }

    private static boolean isWithin(FlowNode node, String stage) {
        for (FlowNode block : node.iterateEnclosingBlocks()) {
            LabelAction label = block.getAction(LabelAction.class);
            if (label != null && stage.equals(label.getDisplayName())) {
                return true;
            }
        }
        return false;
    }
}
