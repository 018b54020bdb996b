package org.jenkinsci.plugins.workflow.graph;

import org.jenkinsci.plugins.workflow.flow.FlowExecution;

/** The start of the program. */
public class FlowStartNode extends BlockStartNode {

    public FlowStartNode(FlowExecution exec, String id) {
        super(exec, id);
    }

    @Override
    protected String getTypeDisplayName() {
        return "Start of Pipeline";
    }
}
