package org.jenkinsci.plugins.workflow.cps;

import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.support.DefaultStepContext;

/** The context of a step as seen at the start or the end of its block: the same step, another node. */
final class CpsBodySubContext extends DefaultStepContext {

    private static final long serialVersionUID = 1L;

    private final CpsStepContext base;
    private final String nodeId;
    private transient FlowNode node;

    CpsBodySubContext(CpsStepContext base, FlowNode node) {
        this.base = base;
        this.node = node;
        this.nodeId = node.getId();
    }

    @Override
    protected <T> T doGet(Class<T> key) throws IOException, InterruptedException {
        return base.doGet(key);
    }

    @Override
    protected CpsFlowExecution getExecution() throws IOException {
        return base.getExecution();
    }

    @Override
    protected FlowNode getNode() throws IOException {
        if (node == null) {
            node = getExecution().getNode(nodeId);
            if (node == null) {
                throw new IOException("no node found for " + nodeId + " in " + this);
            }
        }
        return node;
    }

    @Override
    public void onFailure(Throwable t) {
        base.onFailure(t);
    }

    @Override
    public void onSuccess(Object returnValue) {
        base.onSuccess(returnValue);
    }

    @Override
    public boolean isReady() {
        return base.isReady();
    }

    @Override
    public ListenableFuture<Void> saveState() {
        return base.saveState();
    }

    @Override
    public void setResult(Result r) {
        base.setResult(r);
    }

    @Override
    public boolean hasBody() {
        return base.hasBody();
    }

    @Override
    public CpsBodyInvoker newBodyInvoker() {
        return base.newBodyInvoker();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof CpsBodySubContext that && base.equals(that.base) && nodeId.equals(that.nodeId);
    }

    @Override
    public int hashCode() {
        return base.hashCode() * 31 + nodeId.hashCode();
    }

    @Override
    public String toString() {
        return base + "/" + nodeId;
    }
}
