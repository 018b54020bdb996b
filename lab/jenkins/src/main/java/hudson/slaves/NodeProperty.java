package hudson.slaves;

import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.model.Node;
import hudson.model.ReconfigurableDescribable;
import hudson.model.TaskListener;
import java.io.IOException;

/** A part of a node's configuration. */
public abstract class NodeProperty<N extends Node>
        implements ReconfigurableDescribable<NodeProperty<?>>, ExtensionPoint {
    protected transient N node;

    protected NodeProperty() {}

    protected void setNode(N node) {
        this.node = node;
    }

    public void buildEnvVars(EnvVars env, TaskListener listener) throws IOException, InterruptedException {}
}
