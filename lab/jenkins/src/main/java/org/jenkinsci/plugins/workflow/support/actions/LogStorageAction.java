package org.jenkinsci.plugins.workflow.support.actions;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.console.AnnotatedLargeText;
import hudson.model.TaskListener;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.actions.FlowNodeAction;
import org.jenkinsci.plugins.workflow.actions.LogAction;
import org.jenkinsci.plugins.workflow.actions.PersistentAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.log.LogStorage;
import org.jenkinsci.plugins.workflow.log.TaskListenerDecorator;

/** What a step wrote, kept within the log of the build. */
public class LogStorageAction extends LogAction implements FlowNodeAction, PersistentAction {

    protected transient FlowNode node;

    private LogStorageAction(FlowNode node) {
        this.node = node;
    }

    @Override
    public void onLoad(FlowNode parent) {
        this.node = parent;
    }

    @Override
    public AnnotatedLargeText<? extends FlowNode> getLogText() {
        return LogStorage.of(node.getExecution().getOwner()).stepLog(node, !node.isActive());
    }

    /** Opens the log of a step, and marks the step as one that has a log. */
    public static @NonNull TaskListener listenerFor(
            @NonNull FlowNode node, @CheckForNull TaskListenerDecorator decorator)
            throws IOException, InterruptedException {
        if (node.getAction(LogAction.class) == null) {
            node.addAction(new LogStorageAction(node));
        }
        FlowExecutionOwner owner = node.getExecution().getOwner();
        return TaskListenerDecorator.apply(LogStorage.of(owner).nodeListener(node), owner, decorator);
    }
}
