package org.jenkinsci.plugins.workflow.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Continuation;
import com.cloudbees.groovy.cps.Next;
import com.cloudbees.groovy.cps.Outcome;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import com.cloudbees.groovy.cps.impl.FunctionCallEnv;
import com.cloudbees.groovy.cps.impl.SourceLocation;
import com.cloudbees.groovy.cps.impl.TryBlockEnv;
import groovy.lang.Closure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jenkinsci.plugins.workflow.actions.BodyInvocationAction;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.cps.nodes.StepEndNode;
import org.jenkinsci.plugins.workflow.cps.nodes.StepStartNode;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** One run of a block: a line of control of its own, whose end calls the callbacks. */
class CpsBodyExecution extends BodyExecution {

    private static final long serialVersionUID = 1L;

    private final CpsStepContext context;
    private final ArrayList<BodyExecutionCallback> callbacks;
    private final int bodyToUnexport;
    private CpsThread thread;
    private Throwable stopped;
    private String startNodeId;
    private Outcome outcome;

    CpsBodyExecution(CpsStepContext context, List<BodyExecutionCallback> callbacks, int bodyToUnexport) {
        this.context = context;
        this.callbacks = new ArrayList<>(callbacks);
        this.bodyToUnexport = bodyToUnexport;
    }

    /** Starts the block. In the CPS thread. */
    void launch(CpsBodyInvoker invoker, CpsThread caller, FlowHead head) {
        StepDescriptor kind = context.getStepDescriptor();
        if (kind == null) {
            throw new IllegalStateException("the step of " + context + " is gone");
        }
        StepStartNode start = new StepStartNode(head.getExecution(), kind, head.get());
        start.addAction(new BodyInvocationAction());
        invoker.startNodeActions.forEach(start::addAction);
        startNodeId = start.getId();
        head.setNewHead(start);
        var sub = new CpsBodySubContext(context, start);
        callbacks.forEach(callback -> callback.onStart(sub));
        try {
            Closure<?> body = caller.group.closure(invoker.bodyId);
            if (body == null) {
                throw new IllegalStateException("the block of " + context + " has ended already");
            }
            Object value = body.call();
            ended(head, new Outcome(value, null));
        } catch (CpsCallableInvocation invocation) {
            CpsThread t = caller.group.addThread(
                    continuable(invocation, head),
                    head,
                    ContextVariableSet.from(caller.contextVariables(), invoker.contextOverrides));
            synchronized (this) {
                thread = t;
                t.proceed(new Outcome(null, stopped));
            }
        } catch (Throwable failure) {
            ended(head, new Outcome(null, failure));
        }
    }

    private Continuable continuable(CpsCallableInvocation invocation, FlowHead head) {
        var caller = new FunctionCallEnv(null, new Ended(head, true), SourceLocation.UNKNOWN, null);
        caller.setInvoker(head.getExecution().invoker());
        var env = new TryBlockEnv(caller, null);
        env.addHandler(Throwable.class, new Ended(head, false));
        return new Continuable(invocation.invoke(env, SourceLocation.UNKNOWN, new Ended(head, true)));
    }

    /** Where the program goes at the end of the block. */
    private final class Ended implements Continuation {
        private static final long serialVersionUID = 1L;
        private final FlowHead head;
        private final boolean success;

        Ended(FlowHead head, boolean success) {
            this.head = head;
            this.success = success;
        }

        @Override
        public Next receive(Object o) {
            ended(head, success ? new Outcome(o, null) : new Outcome(null, (Throwable) o));
            return Next.terminate(null);
        }
    }

    private void ended(FlowHead head, Outcome end) {
        CpsFlowExecution flow = head.getExecution();
        if (!(flow.getNode(startNodeId) instanceof StepStartNode start)) {
            throw new IllegalStateException("no node " + startNodeId + " in " + flow);
        }
        var node = new StepEndNode(flow, start, head.get());
        node.addAction(new BodyInvocationAction());
        if (end.isFailure()) {
            node.addAction(new ErrorAction(end.getAbnormal()));
        }
        head.setNewHead(node);
        synchronized (this) {
            outcome = end;
            if (bodyToUnexport != 0 && thread != null) {
                thread.group.unexport(bodyToUnexport);
            }
            notifyAll();
        }
        var sub = new CpsBodySubContext(context, node);
        for (BodyExecutionCallback callback : callbacks) {
            tell(callback, sub, end);
        }
        synchronized (this) {
            thread = null;
        }
    }

    private static void tell(BodyExecutionCallback callback, CpsBodySubContext sub, Outcome end) {
        try {
            if (end.isSuccess()) {
                callback.onSuccess(sub, end.getNormal());
            } else {
                callback.onFailure(sub, end.getAbnormal());
            }
        } catch (RuntimeException broken) {
            if (end.isFailure()) {
                broken.addSuppressed(end.getAbnormal());
            }
            sub.onFailure(broken);
        }
    }

    /** The innermost lines of control that run within this block, the newest first. In the CPS thread. */
    private List<CpsThread> innermost(CpsThreadGroup group) {
        Map<FlowHead, CpsThread> byHead = new LinkedHashMap<>();
        group.threads().forEach(t -> byHead.put(t.head, t));
        List<CpsThread> within = new ArrayList<>();
        for (CpsThread t : byHead.values()) {
            FlowNode newest = t.head.get();
            boolean inside = newest.getId().equals(startNodeId);
            for (BlockStartNode block : newest.iterateEnclosingBlocks()) {
                inside |= block.getId().equals(startNodeId);
            }
            if (inside) {
                within.add(0, t);
            }
        }
        return within;
    }

    @Override
    public Collection<StepExecution> getCurrentExecutions() {
        var found = new CompletableFuture<Collection<StepExecution>>();
        try {
            context.getExecution().inProgram(g -> {
                List<StepExecution> steps = new ArrayList<>();
                for (CpsThread t : innermost(g)) {
                    if (t.getStep() != null) {
                        steps.add(0, t.getStep());
                    }
                }
                found.complete(steps);
            });
            return found.get(1, TimeUnit.MINUTES);
        } catch (IOException | ExecutionException | InterruptedException | TimeoutException e) {
            throw new IllegalStateException("cannot ask the program of " + context, e);
        }
    }

    @Override
    public boolean cancel(Throwable error) {
        synchronized (this) {
            if (outcome != null) {
                return false;
            }
            stopped = error;
            if (thread == null) {
                return true;
            }
        }
        try {
            context.getExecution().inProgram(g -> {
                if (!isDone()) {
                    innermost(g).forEach(t -> t.stop(error));
                }
            });
        } catch (IOException gone) {
            error.addSuppressed(gone);
        }
        return true;
    }

    @Override
    public synchronized boolean isCancelled() {
        return stopped != null && outcome != null;
    }

    @Override
    public synchronized boolean isDone() {
        return outcome != null;
    }

    @Override
    public Object get() throws InterruptedException, ExecutionException {
        try {
            return get(Long.MAX_VALUE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException never) {
            throw new IllegalStateException(never);
        }
    }

    @Override
    public synchronized Object get(long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        long left = unit.toMillis(timeout);
        long start = System.nanoTime();
        while (outcome == null && left > 0) {
            wait(left);
            long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            left = unit.toMillis(timeout) - waited;
        }
        if (outcome == null) {
            throw new TimeoutException("the block still runs");
        }
        if (outcome.isFailure()) {
            throw new ExecutionException(outcome.getAbnormal());
        }
        return outcome.getNormal();
    }
}
