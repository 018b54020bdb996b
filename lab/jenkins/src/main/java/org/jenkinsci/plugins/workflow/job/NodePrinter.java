package org.jenkinsci.plugins.workflow.job;

import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.flow.GraphListener;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Writes a line to the log for every step that starts or ends. */
final class NodePrinter implements GraphListener.Synchronous {

    private final TaskListener log;

    NodePrinter(TaskListener log) {
        this.log = log;
    }

    @Override
    public void onNewHead(FlowNode node) {
        log.getLogger().println("[Pipeline] " + node.getDisplayFunctionName());
    }
}
