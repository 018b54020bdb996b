package org.jenkinsci.plugins.workflow.flow;

import hudson.ExtensionPoint;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Told of every new node of a build's flow graph. */
public interface GraphListener extends ExtensionPoint {

    void onNewHead(FlowNode node);

    /** Told within the CPS thread, before the step starts. */
    interface Synchronous extends GraphListener {}
}
