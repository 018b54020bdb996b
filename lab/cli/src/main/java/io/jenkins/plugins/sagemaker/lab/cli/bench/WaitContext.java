package io.jenkins.plugins.sagemaker.lab.cli.bench;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.EnvVars;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.NotSerializableException;
import java.io.Serial;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.AtomNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a Pipeline would lend one of very many steps; takes note of when the step ends. */
final class WaitContext extends StepContext {

    private static final long serialVersionUID = 1L;

    private final transient PluginWaits waits;
    private final int number;

    WaitContext(PluginWaits waits, int number) {
        this.waits = waits;
        this.number = number;
    }

    private static final class Node extends AtomNode {
        Node(FlowExecution execution, String id) {
            super(execution, id);
        }

        @Override
        protected String getTypeDisplayName() {
            return "sagemakerTrain";
        }
    }

    @Override
    public <T> T get(Class<T> key) {
        if (key == Run.class) {
            return key.cast(waits.build());
        }
        if (key == FlowNode.class) {
            return key.cast(new Node(waits.build().getExecution(), "wait-" + number));
        }
        if (key == EnvVars.class) {
            return key.cast(waits.environment());
        }
        return key == TaskListener.class ? key.cast(TaskListener.NULL) : null;
    }

    @Override
    public void onSuccess(Object result) {
        waits.ended(number, null);
    }

    @Override
    public void onFailure(Throwable failure) {
        waits.ended(number, failure);
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public ListenableFuture<Void> saveState() {
        return Futures.immediateFuture(null);
    }

    @Override
    public void setResult(Result result) {
        throw new UnsupportedOperationException("A wait has no result of its own.");
    }

    @Override
    public BodyInvoker newBodyInvoker() {
        throw new IllegalStateException("There is no block.");
    }

    @Serial
    private Object readResolve() throws NotSerializableException {
        throw new NotSerializableException("A measurement does not outlive its process.");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WaitContext wait && wait.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
