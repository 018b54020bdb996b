package org.jenkinsci.plugins.workflow.job;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.Functions;
import hudson.console.AnnotatedLargeText;
import hudson.model.BuildListener;
import hudson.model.Executor;
import hudson.model.ParametersAction;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.User;
import hudson.model.listeners.RunListener;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.PipelineThreads;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.CauseOfInterruption;
import jenkins.model.Jenkins;
import jenkins.model.queue.AsynchronousExecution;
import org.codehaus.groovy.control.CompilationFailedException;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.flow.FlowDefinition;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionList;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionListener;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.flow.GraphListener;
import org.jenkinsci.plugins.workflow.graph.FlowEndNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.log.LogStorage;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.HttpResponse;

/** One build of a Pipeline. Owns its execution; ends when the execution's graph ends. */
public final class WorkflowRun extends Run<WorkflowJob, WorkflowRun> implements FlowExecutionOwner.Executable {

    private static final Logger LOGGER = Logger.getLogger(WorkflowRun.class.getName());

    private FlowExecution execution;
    private volatile boolean completed;
    private transient boolean ending;

    private transient SettableFuture<FlowExecution> executionPromise;
    private transient BuildListener listener;
    private transient List<Runnable> atEnd;

    public WorkflowRun(WorkflowJob job) throws IOException {
        super(job);
    }

    public WorkflowRun(WorkflowJob job, File dir) throws IOException {
        super(job, dir);
    }

    @Override
    public FlowExecutionOwner asFlowExecutionOwner() {
        return new Owner(this);
    }

    /** Starts the build, or stands for one that goes on after a restart; either goes on without the executor's thread. */
    @Override
    public void run() {
        if (execution == null) {
            begin();
        }
        var asynchronous = new Asynchronous();
        labOnEnd(() -> asynchronous.completed(null));
        throw asynchronous;
    }

    /** Occupies the executor while the build runs. */
    private final class Asynchronous extends AsynchronousExecution {
        private static final long serialVersionUID = 1L;

        @Override
        public void interrupt(boolean forShutdown) {
            if (!forShutdown) {
                labInterrupt(getExecutor().abortResult(), getExecutor().getCausesOfInterruption());
            }
        }

        @Override
        public boolean blocksRestart() {
            return execution != null && execution.blocksRestart();
        }

        @Override
        public boolean displayCell() {
            return blocksRestart();
        }
    }

    private void begin() {
        onStartBuilding();
        BuildListener log = listener();
        try {
            log.started(getCauses());
            RunListener.fireStarted(this, log);
            save();
            FlowDefinition definition = getParent().getDefinition();
            if (definition == null) {
                throw new AbortException("No flow definition, cannot run");
            }
            FlowExecutionOwner owner = asFlowExecutionOwner();
            FlowExecution created = definition.create(owner, log, getAllActions());
            execution = created;
            FlowExecutionListener.fireCreated(created);
            created.addListener(new NodePrinter(log));
            created.addListener(new EndListener());
            FlowExecutionList.get().register(owner);
            save();
            created.start();
            promise().set(created);
            FlowExecutionListener.fireRunning(created);
        } catch (Throwable failure) {
            finish(Result.FAILURE, failure);
            promise().setException(failure);
        }
    }

    /** Goes on with a build that was read while it was not complete. */
    void labResumeLoaded() {
        if (execution == null) {
            return;
        }
        try {
            if (completed) {
                execution.onLoad(asFlowExecutionOwner());
                return;
            }
            labResume();
            BuildListener log = listener();
            log.getLogger().println("Resuming build at " + new Date() + " after Jenkins restart");
            // Before it is loaded: one that cannot go on ends at once.
            execution.addListener(new NodePrinter(log));
            execution.addListener(new EndListener());
            execution.onLoad(asFlowExecutionOwner());
            promise().set(execution);
            Executor.labRun(Jenkins.get().toComputer(), this, problem -> {});
        } catch (IOException e) {
            finish(Result.FAILURE, e);
        }
    }

    @Override
    public void reload() throws IOException {
        super.reload();
    }

    private synchronized SettableFuture<FlowExecution> promise() {
        if (executionPromise == null) {
            executionPromise = SettableFuture.create();
        }
        return executionPromise;
    }

    private synchronized BuildListener listener() {
        if (listener == null) {
            try {
                listener = LogStorage.of(asFlowExecutionOwner()).overallListener();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("cannot open the log of " + this, e);
            }
        }
        return listener;
    }

    /** Ends the build when its graph ends; until then writes it with each new node, if it is to survive. */
    private final class EndListener implements GraphListener {
        @Override
        public void onNewHead(FlowNode node) {
            if (node instanceof FlowEndNode end) {
                ErrorAction error = end.getError();
                finish(end.getResult(), error == null ? null : error.getError());
            } else if (execution.getDurabilityHint().isPersistWithEveryStep()) {
                try {
                    save();
                } catch (IOException e) {
                    LOGGER.log(Level.WARNING, e, () -> "cannot write " + WorkflowRun.this);
                }
            }
        }
    }

    private void finish(@NonNull Result r, @CheckForNull Throwable t) {
        synchronized (this) {
            if (completed || ending) {
                return;
            }
            ending = true;
        }
        BuildListener log = listener();
        setResult(r);
        if (t instanceof FlowInterruptedException interrupted) {
            interrupted.handle(this, log);
        } else if (t instanceof AbortException) {
            log.error(t.getMessage());
        } else if (t instanceof CompilationFailedException) {
            // Says where in the Jenkinsfile; where in the compiler helps nobody.
            log.getLogger().println(t);
        } else if (t != null) {
            Functions.printStackTrace(t, log.getLogger());
        }
        duration = Math.max(0, System.currentTimeMillis() - getStartTimeInMillis());
        RunListener.fireCompleted(this, log);
        log.finished(getResult());
        log.getLogger().flush();
        synchronized (this) {
            completed = true;
        }
        try {
            save();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "cannot write " + this);
        }
        onEndBuilding();
        FlowExecutionList.get().unregister(asFlowExecutionOwner());
        List<Runnable> told;
        synchronized (this) {
            told = atEnd == null ? List.of() : new ArrayList<>(atEnd);
            atEnd = null;
        }
        told.forEach(Runnable::run);
        getParent().labDiscardOldBuilds();
        getParent().labStartNext();
    }

    /** Hook of the stand-in: runs that once the build has ended. */
    public synchronized void labOnEnd(Runnable action) {
        if (completed) {
            action.run();
            return;
        }
        if (atEnd == null) {
            atEnd = new ArrayList<>();
        }
        atEnd.add(action);
    }

    public @CheckForNull FlowExecution getExecution() {
        return execution;
    }

    /** The execution once it has started. */
    public @NonNull ListenableFuture<FlowExecution> getExecutionPromise() {
        return promise();
    }

    @Override
    public boolean isBuilding() {
        return !completed && super.isBuilding();
    }

    @Override
    public boolean isInProgress() {
        return isBuilding();
    }

    @Override
    public boolean hasntStartedYet() {
        return !completed && execution == null;
    }

    @Override
    public boolean isLogUpdated() {
        return super.isBuilding();
    }

    @Override
    public void setResult(Result r) {
        super.setResult(r);
        if (execution instanceof org.jenkinsci.plugins.workflow.cps.CpsFlowExecution cps && !execution.isComplete()) {
            cps.setResult(r);
        }
    }

    @Override
    public @NonNull EnvVars getEnvironment(@NonNull TaskListener listener) throws IOException, InterruptedException {
        EnvVars env = super.getEnvironment(listener);
        ParametersAction parameters = getAction(ParametersAction.class);
        if (parameters != null) {
            parameters.getParameters().forEach(value -> value.buildEnvironment(this, env));
        }
        EnvVars.resolve(env);
        return env;
    }

    /** Asks the running steps to end, as the red cross in Jenkins does; then ABORTED. */
    public HttpResponse doStop() {
        Executor executor = getOneOffExecutor();
        if (executor != null) {
            executor.interrupt();
        } else {
            // Right after a restart its steps may run already while no executor is occupied yet.
            User user = User.current();
            labInterrupt(
                    Result.ABORTED, user == null ? List.of() : List.of(new CauseOfInterruption.UserInterruption(user)));
        }
        return null;
    }

    private void labInterrupt(Result r, Collection<CauseOfInterruption> causes) {
        FlowExecution running = execution;
        if (running == null || !isBuilding()) {
            return;
        }
        try {
            running.interrupt(r, causes.toArray(CauseOfInterruption[]::new));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("cannot stop " + this, e);
        }
    }

    /** Ends the running steps without asking them. */
    public void doTerm() {
        FlowExecution running = execution;
        if (running == null || !isBuilding()) {
            return;
        }
        listener().getLogger().println("Terminating " + this);
        var steps = running.getCurrentExecutions(true);
        steps.addListener(
                () -> {
                    try {
                        for (StepExecution step : steps.get()) {
                            step.getContext().onFailure(new FlowInterruptedException(Result.ABORTED, true));
                        }
                    } catch (ExecutionException | InterruptedException e) {
                        LOGGER.log(Level.WARNING, e, () -> "cannot terminate " + this);
                    }
                },
                PipelineThreads.get().background());
    }

    /** Ends the build at once and leaves its steps to themselves. */
    public void doKill() {
        FlowExecution running = execution;
        if (running instanceof org.jenkinsci.plugins.workflow.cps.CpsFlowExecution cps) {
            cps.labClose();
        }
        listener().getLogger().println("Hard kill!");
        finish(Result.ABORTED, new FlowInterruptedException(Result.ABORTED, true));
    }

    @Override
    public @NonNull File getLogFile() {
        return new File(getRootDir(), "log");
    }

    @Override
    public @NonNull AnnotatedLargeText<?> getLogText() {
        return LogStorage.of(asFlowExecutionOwner()).overallLog(this, !isLogUpdated());
    }

    /** Names the build; an object of this session keeps the build itself. */
    private static final class Owner extends FlowExecutionOwner {
        private static final long serialVersionUID = 1L;
        private final String job;
        private final String id;
        private transient WorkflowRun run;

        Owner(WorkflowRun run) {
            this.job = run.getParent().getFullName();
            this.id = run.getId();
            this.run = run;
        }

        private synchronized WorkflowRun run() throws IOException {
            if (run == null) {
                Run<?, ?> found = Run.fromExternalizableId(job + "#" + id);
                if (!(found instanceof WorkflowRun known)) {
                    throw new IOException("no such build " + job + " #" + id);
                }
                run = known;
            }
            return run;
        }

        @Override
        public @NonNull FlowExecution get() throws IOException {
            FlowExecution current = run().execution;
            if (current == null) {
                throw new IOException(this + " did not yet start");
            }
            return current;
        }

        @Override
        public FlowExecution getOrNull() {
            try {
                return run().execution;
            } catch (IOException gone) {
                return null;
            }
        }

        @Override
        public File getRootDir() throws IOException {
            return run().getRootDir();
        }

        @Override
        public WorkflowRun getExecutable() throws IOException {
            return run();
        }

        @Override
        public String getUrl() throws IOException {
            return run().getUrl();
        }

        @Override
        public @NonNull TaskListener getListener() throws IOException {
            WorkflowRun run = run();
            return run.isBuilding() || run.isLogUpdated() ? run.listener() : TaskListener.NULL;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Owner that && job.equals(that.job) && id.equals(that.id);
        }

        @Override
        public int hashCode() {
            return job.hashCode() ^ id.hashCode();
        }

        @Override
        public String toString() {
            return "Owner[" + job + "/" + id + ":" + job + " #" + id + "]";
        }
    }
}
