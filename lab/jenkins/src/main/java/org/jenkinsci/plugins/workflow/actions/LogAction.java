package org.jenkinsci.plugins.workflow.actions;

import hudson.console.AnnotatedLargeText;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** What one step has written to the build's log. */
public abstract class LogAction implements PersistentAction {

    public abstract AnnotatedLargeText<? extends FlowNode> getLogText();

    @Override
    public String getIconFileName() {
        return "symbol-terminal";
    }

    @Override
    public String getDisplayName() {
        return "Console Output";
    }

    @Override
    public String getUrlName() {
        return "log";
    }
}
