package org.jenkinsci.plugins.workflow.actions;

import hudson.model.Action;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** An action that wants to know the node that it was loaded with. */
public interface FlowNodeAction extends Action {
    void onLoad(FlowNode parent);
}
