package org.jenkinsci.plugins.workflow.flow;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import hudson.model.Run;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Power;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.PipelineThreads;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowExecution;
import org.jenkinsci.plugins.workflow.log.FileLogStorage;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** The executions that have not ended. Kept in a file, so that the next Jenkins goes on with them. */
@Extension
public class FlowExecutionList implements Iterable<FlowExecution> {

    /** Attained at the end of a session once all running Pipelines are suspended. */
    public static final String EXECUTIONS_SUSPENDED = "FlowExecutionList.EXECUTIONS_SUSPENDED";

    /** Attained at the end of a session once the list of running Pipelines is written. */
    public static final String LIST_SAVED = "FlowExecutionList.LIST_SAVED";

    private static final Logger LOGGER = Logger.getLogger(FlowExecutionList.class.getName());

    private final Set<FlowExecutionOwner> running = new LinkedHashSet<>();
    private boolean closed;

    public static FlowExecutionList get() {
        return ExtensionList.lookupSingleton(FlowExecutionList.class);
    }

    @Override
    public @NonNull Iterator<FlowExecution> iterator() {
        List<FlowExecution> executions = new ArrayList<>();
        for (FlowExecutionOwner owner : owners()) {
            FlowExecution execution = owner.getOrNull();
            if (execution != null && !execution.isComplete()) {
                executions.add(execution);
            }
        }
        return executions.iterator();
    }

    private synchronized List<FlowExecutionOwner> owners() {
        return new ArrayList<>(running);
    }

    public synchronized void register(final FlowExecutionOwner self) {
        if (running.add(self)) {
            write();
        }
    }

    public synchronized void unregister(final FlowExecutionOwner self) {
        if (running.remove(self)) {
            write();
        }
    }

    private static File file() {
        return new File(Jenkins.get().getRootDir(), FlowExecutionList.class.getName() + ".txt");
    }

    private void write() {
        if (closed) {
            return;
        }
        List<String> ids = new ArrayList<>();
        for (FlowExecutionOwner owner : running) {
            try {
                ids.add(((Run<?, ?>) owner.getExecutable()).getExternalizableId());
            } catch (IOException gone) {
                LOGGER.log(Level.FINE, "forgetting a build that is gone", gone);
            }
        }
        try {
            Files.write(file().toPath(), ids);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the list of running Pipelines", e);
        }
    }

    private void load() {
        try {
            if (file().isFile()) {
                for (String id : Files.readAllLines(file().toPath())) {
                    // Loading the build makes it go on by itself.
                    if (Run.fromExternalizableId(id) instanceof FlowExecutionOwner.Executable build) {
                        FlowExecutionOwner owner = build.asFlowExecutionOwner();
                        FlowExecution execution = owner == null ? null : owner.getOrNull();
                        if (execution != null && !execution.isComplete()) {
                            register(owner);
                        }
                    }
                }
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "cannot read the list of running Pipelines", e);
        }
    }

    /** Runs when a session ends in order; after a crash there is nothing left to write to. */
    @Terminator(requires = LIST_SAVED, attains = EXECUTIONS_SUSPENDED)
    public void saveAll() {
        try {
            Power.check();
        } catch (Power.Cut crashed) {
            // Not passed on: this is the end of the session already.
            labAbandon();
            return;
        }
        List<Future<?>> suspended = new ArrayList<>();
        for (FlowExecution execution : this) {
            if (execution instanceof CpsFlowExecution cps) {
                suspended.add(cps.labSuspend());
            }
        }
        for (Future<?> one : suspended) {
            try {
                one.get(1, TimeUnit.MINUTES);
            } catch (ExecutionException | TimeoutException e) {
                LOGGER.log(Level.WARNING, "a running Pipeline could not be written", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                LOGGER.log(Level.WARNING, "interrupted while running Pipelines are written", e);
            }
        }
        labAbandon();
    }

    /** Hook of the stand-in: drops all running programs as they are, as a crash does, and frees their threads. */
    public void labAbandon() {
        synchronized (this) {
            closed = true;
        }
        for (FlowExecutionOwner owner : owners()) {
            if (owner.getOrNull() instanceof CpsFlowExecution cps) {
                cps.labClose();
            }
        }
        PipelineThreads.shutdown();
        try {
            FileLogStorage.labClose(Jenkins.get().getRootDir());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "cannot close the logs of the running Pipelines", e);
        }
    }

    /** Goes on with what ran when the last Jenkins stopped. */
    @Extension
    public static class ItemListenerImpl extends ItemListener {
        @Override
        public void onLoaded() {
            get().load();
        }
    }

    /** Tells the steps of a loaded program that they go on, the outermost first. */
    @Extension
    public static class ResumeStepExecutionListener extends FlowExecutionListener {
        @Override
        public void onResumed(@NonNull FlowExecution e) {
            var steps = e.getCurrentExecutions(false);
            steps.addListener(
                    () -> {
                        try {
                            for (StepExecution step : steps.get()) {
                                resume(step);
                            }
                        } catch (ExecutionException | InterruptedException broken) {
                            LOGGER.log(Level.WARNING, broken, () -> "cannot resume the steps of " + e);
                        }
                        e.labStepsResumed();
                    },
                    PipelineThreads.get().background());
        }

        private static void resume(StepExecution step) {
            try {
                step.onResume();
            } catch (RuntimeException | LinkageError failure) {
                step.getContext().onFailure(failure);
            }
        }
    }
}
