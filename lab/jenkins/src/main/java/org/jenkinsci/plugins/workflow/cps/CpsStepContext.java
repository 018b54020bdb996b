package org.jenkinsci.plugins.workflow.cps;

import com.cloudbees.groovy.cps.Outcome;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import groovy.lang.Closure;
import hudson.model.Result;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.StepValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.CauseOfInterruption;
import org.codehaus.groovy.runtime.InvokerInvocationException;
import org.jenkinsci.plugins.workflow.cps.nodes.StepEndNode;
import org.jenkinsci.plugins.workflow.cps.nodes.StepStartNode;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.support.DefaultStepContext;

/**
 * The context of a step that a CPS program called. Until the step's {@code start} has returned it only collects what the
 * step does; afterwards it drives the program through the CPS thread. Can be used from any thread.
 */
public class CpsStepContext extends DefaultStepContext {

    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(CpsStepContext.class.getName());

    private final FlowExecutionOwner owner;
    private final String nodeId;
    private final int threadId;
    /** The exported block; 0 where there is none. */
    private int bodyId;
    /** The branches that run bodies of this step; all of them end in the step's end node. */
    private final ArrayList<Integer> bodyHeads = new ArrayList<>();

    private transient FlowNode node;
    private transient volatile Outcome outcome;
    private transient volatile boolean delivered;
    private transient boolean starting;
    private transient List<CpsBodyInvoker> prepared;

    CpsStepContext(CpsThread thread, FlowExecutionOwner owner, FlowNode node, @CheckForNull Closure<?> body) {
        this.owner = owner;
        this.threadId = thread.id;
        this.node = node;
        this.nodeId = node.getId();
        this.bodyId = body == null ? 0 : thread.group.export(body);
        this.starting = true;
        this.prepared = new ArrayList<>();
    }

    @Override
    protected CpsFlowExecution getExecution() throws IOException {
        return (CpsFlowExecution) owner.get();
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

    public @CheckForNull StepDescriptor getStepDescriptor() {
        try {
            return getNode() instanceof StepNode step ? step.getDescriptor() : null;
        } catch (IOException gone) {
            return null;
        }
    }

    public String getDisplayName() {
        StepDescriptor d = getStepDescriptor();
        return d == null ? "?" : d.getDisplayName();
    }

    @Override
    protected <T> T doGet(Class<T> key) throws IOException, InterruptedException {
        CpsThread thread = getExecution().awaitProgram().getThread(threadId);
        if (thread == null) {
            throw new IOException("cannot find current thread in " + this);
        }
        return ContextVariableSet.get(thread.contextVariables(), key);
    }

    @Override
    public boolean isReady() {
        try {
            return getExecution().isProgramLoaded();
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public boolean hasBody() {
        return bodyId != 0;
    }

    @Override
    public CpsBodyInvoker newBodyInvoker() {
        if (bodyId == 0) {
            throw new IllegalStateException("There is no body to invoke");
        }
        return new CpsBodyInvoker(this, bodyId, false);
    }

    /** Hook of the stand-in: prepares a run of a block that came as an argument. Only in the CPS thread. */
    public CpsBodyInvoker labBodyInvoker(Closure<?> body) {
        return new CpsBodyInvoker(this, CpsThread.current().group.export(body), true);
    }

    @Override
    public void onSuccess(Object returnValue) {
        if (returnValue != null && node != null) {
            node.getActions().add(new StepValue(returnValue));
        }
        complete(new Outcome(returnValue, null));
    }

    @Override
    public void onFailure(@NonNull Throwable t) {
        complete(new Outcome(null, t));
    }

    private synchronized void complete(Outcome end) {
        if (delivered || outcome != null) {
            Throwable late = end.getAbnormal();
            Throwable early = outcome == null ? null : outcome.getAbnormal();
            if (late != null && early != null && late != early && late.getCause() != early) {
                early.addSuppressed(late);
            }
            LOGGER.log(Level.FINE, "{0} has already ended", this);
            return;
        }
        outcome = end;
        if (!starting) {
            scheduleNextRun();
        }
    }

    synchronized boolean isCompleted() {
        return delivered || outcome != null;
    }

    synchronized Outcome getOutcome() {
        return outcome;
    }

    /** The value of a step that has ended, or its failure as a Jenkinsfile sees it. */
    Object replay() {
        try {
            return getOutcome().replay();
        } catch (RuntimeException | Error plain) {
            throw plain;
        } catch (Throwable checked) {
            throw new InvokerInvocationException(checked);
        }
    }

    /** Takes a body to start: at once where the step runs already, else as soon as its start has returned. */
    synchronized void prepare(CpsBodyInvoker invoker) throws IOException {
        if (isCompleted()) {
            throw new IllegalStateException("The " + getDisplayName() + " step has already completed.");
        }
        if (starting) {
            prepared.add(invoker);
        } else {
            getExecution().inProgram(g -> {
                CpsThread thread = g.getThread(threadId);
                if (thread != null) {
                    invoker.launch(thread, thread.head);
                }
            });
        }
    }

    /** Called once the start has returned: starts the bodies, and ends a step that has ended already. */
    void started(CpsThread thread) {
        List<CpsBodyInvoker> bodies;
        synchronized (this) {
            bodies = prepared;
            prepared = null;
        }
        List<FlowHead> heads = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            heads.add(i == 0 ? thread.head : thread.head.fork());
            bodyHeads.add(heads.get(i).getId());
        }
        for (int i = 0; i < bodies.size(); i++) {
            bodies.get(i).launch(thread, heads.get(i));
        }
        synchronized (this) {
            starting = false;
            if (outcome != null) {
                scheduleNextRun();
            }
        }
    }

    /** Lets the program go on after this step, once no block of it runs any more. */
    void scheduleNextRun() {
        try {
            getExecution().inProgram(this::deliver);
        } catch (IOException gone) {
            LOGGER.log(Level.WARNING, "cannot go on after " + this, gone);
        }
    }

    private void deliver(CpsThreadGroup group) {
        CpsThread thread = group.getThread(threadId);
        if (thread == null || delivered) {
            return;
        }
        CpsThread inner = thread.nextInner();
        if (inner != null) {
            inner.completeAfterThis(this);
            if (outcome.isFailure() && inner.getStep() != null) {
                var cause = new FlowInterruptedException(Result.FAILURE, true, new BodyFailed());
                cause.initCause(outcome.getAbnormal());
                inner.stop(cause);
            }
            return;
        }
        end(group, thread);
    }

    private void end(CpsThreadGroup group, CpsThread thread) {
        group.unexport(bodyId);
        CpsFlowExecution flow = group.getExecution();
        FlowNode start = flow.getNode(nodeId);
        if (start instanceof StepStartNode block) {
            List<FlowNode> parents = new ArrayList<>();
            for (int id : bodyHeads) {
                parents.add(flow.getFlowHead(id).get());
            }
            if (parents.isEmpty()) {
                parents.add(thread.head.get());
            }
            bodyHeads.stream().skip(1).forEach(flow::removeHead);
            thread.head.setNewHead(new StepEndNode(flow, block, parents));
        }
        Outcome end;
        synchronized (this) {
            end = outcome;
            delivered = true;
        }
        thread.head.markIfFail(end);
        thread.setStep(null);
        thread.proceed(end);
    }

    void startedSynchronously(CpsThreadGroup group) {
        group.unexport(bodyId);
        synchronized (this) {
            delivered = true;
        }
    }

    @Override
    public ListenableFuture<Void> saveState() {
        SettableFuture<Void> saved = SettableFuture.create();
        try {
            CpsFlowExecution exec = getExecution();
            if (!exec.getDurabilityHint().isPersistWithEveryStep()) {
                return Futures.immediateFuture(null);
            }
            exec.inProgram(g -> {
                try {
                    exec.saveProgram();
                    saved.set(null);
                } catch (IOException e) {
                    saved.setException(e);
                }
            });
            return saved;
        } catch (IOException e) {
            return Futures.immediateFailedFuture(e);
        }
    }

    @Override
    public void setResult(Result r) {
        try {
            getExecution().setResult(r);
        } catch (IOException gone) {
            LOGGER.log(Level.FINE, "cannot set the result of " + this, gone);
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof CpsStepContext that && owner.equals(that.owner) && nodeId.equals(that.nodeId);
    }

    @Override
    public int hashCode() {
        return owner.hashCode() * 31 + nodeId.hashCode();
    }

    @Override
    public String toString() {
        StepDescriptor d = node instanceof StepNode step ? step.getDescriptor() : null;
        return "CpsStepContext[" + nodeId + ":" + (d == null ? null : d.getFunctionName()) + "]:" + owner;
    }

    /** Given to what still runs in a block whose step failed. */
    private static final class BodyFailed extends CauseOfInterruption {
        private static final long serialVersionUID = 1L;

        @Override
        public String getShortDescription() {
            return "Body of block-scoped step failed";
        }
    }
}
