package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.sagemaker.jenkins.report.SageMakerAction;
import io.jenkins.plugins.sagemaker.operation.End;
import io.jenkins.plugins.sagemaker.operation.Journal.Entry;
import io.jenkins.plugins.sagemaker.operation.OperationRun;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * The execution of every step that waits for AWS: lends an operation the build's log, credentials and workspace, and takes note of its end. All
 * the rest is {@link OperationRun}'s business. Nothing here blocks a thread of the Pipeline.
 *
 * @param <C> what the operation works with
 * @param <S> its state
 */
final class OperationExecution<C, S extends Serializable> extends StepExecution implements OperationRun.Host {

    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(OperationExecution.class.getName());

    private final OperationOwner<C, S> owner;

    /** The last entry that this object knows of; the journal may have a newer one. */
    private Entry entry;

    private Throwable causeOfStop;
    private transient volatile OperationRun<C, S> run;

    OperationExecution(StepContext context, OperationOwner<C, S> owner) {
        super(context);
        this.owner = owner;
    }

    @Override
    public boolean start() {
        open().start();
        return false;
    }

    @Override
    public void onResume() {
        var resumed = open();
        if (causeOfStop == null) {
            resumed.resume(entry);
        } else {
            resumed.resumeAndStop(entry, reason(causeOfStop));
        }
    }

    @Override
    public void stop(Throwable cause) {
        OperationRun<C, S> running;
        synchronized (this) {
            causeOfStop = cause;
            running = run;
        }
        if (running == null) {
            getContext().onFailure(cause);
        } else {
            running.stop(reason(cause));
        }
    }

    @Override
    public String getStatus() {
        OperationRun<C, S> running = run;
        return running == null ? "waiting to go on with " + owner.operation().name() : running.status();
    }

    private synchronized OperationRun<C, S> open() {
        var pool = OperationPool.get();
        run = new OperationRun<>(
                owner.operation(), Journals.of(owner), pool, this::connect, this, owner.limits(), pool.watchers());
        LiveRuns.get().add(owner, run);
        return run;
    }

    private C connect() throws RemoteException, InterruptedException {
        try {
            return owner.surroundings().of(getContext());
        } catch (IOException e) {
            throw new RemoteException(
                    RemoteException.Kind.TRANSIENT,
                    "",
                    "Could not look into the build's context: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public void saved(Entry saved) {
        entry = saved;
    }

    @Override
    public void print(List<String> lines) {
        try {
            new StepLog(getContext()).print(lines);
        } catch (IOException e) {
            // The lines are in the journal; the build itself has more trouble than we could add.
            LOGGER.log(Level.WARNING, "cannot print to the log of " + getContext(), e);
        } catch (InterruptedException e) {
            // The controller is shutting down; what is missing is printed when it is up again.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public long printed() throws IOException {
        try {
            return new StepLog(getContext()).lines();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading the log", e);
        }
    }

    @Override
    public void ended(End end) {
        LiveRuns.get().remove(owner);
        StepContext context = getContext();
        report(end);
        if (end instanceof End.Succeeded good) {
            if (!good.warnings().isEmpty()) {
                warn(good.warning());
            }
            context.onSuccess(Arguments.plain(good.result()));
        } else if (end instanceof End.Failed bad) {
            context.onFailure(new AbortException(bad.reason()));
        } else {
            context.onFailure(causeOfStop != null ? causeOfStop : new FlowInterruptedException(Result.ABORTED, true));
        }
    }

    /** A page that cannot be made is no reason to withhold the end. */
    private void report(End end) {
        if (owner.isInAws()) {
            try {
                var work = new Reported(owner, entry == null ? null : entry.state(), end).work();
                SageMakerAction.add(getContext().get(Run.class), work);
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "cannot show on the build's page what " + getContext() + " has done", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void warn(String message) {
        try {
            getContext()
                    .get(FlowNode.class)
                    .addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(message));
            getContext().get(Run.class).setResult(Result.UNSTABLE);
        } catch (IOException | InterruptedException e) {
            LOGGER.log(Level.WARNING, "cannot make the build unstable: " + getContext(), e);
        }
    }

    private static String reason(Throwable cause) {
        if (cause instanceof FlowInterruptedException interruption
                && !interruption.getCauses().isEmpty()) {
            return "the build says: " + interruption.getCauses().get(0).getShortDescription();
        }
        return "the build was interrupted";
    }
}
