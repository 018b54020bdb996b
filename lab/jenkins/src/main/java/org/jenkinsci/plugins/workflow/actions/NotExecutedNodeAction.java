package org.jenkinsci.plugins.workflow.actions;

import hudson.model.InvisibleAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Marks a stage that was skipped. */
public final class NotExecutedNodeAction extends InvisibleAction implements PersistentAction {

    public static boolean isExecuted(FlowNode node) {
        return node.getAction(NotExecutedNodeAction.class) == null;
    }
}
