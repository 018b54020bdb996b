package org.jenkinsci.plugins.workflow.job;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Action;
import hudson.model.Executor;
import hudson.model.queue.QueueTaskFuture;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import jenkins.model.Jenkins;

/** A build from the queue to its end. */
final class ScheduledBuild extends CompletableFuture<WorkflowRun> implements QueueTaskFuture<WorkflowRun> {

    private final WorkflowJob job;
    private final List<Action> actions;
    private final CompletableFuture<WorkflowRun> started = new CompletableFuture<>();

    ScheduledBuild(WorkflowJob job, List<Action> actions) {
        this.job = job;
        this.actions = actions;
    }

    void start() {
        try {
            WorkflowRun run = job.labNewBuild();
            actions.forEach(run::addAction);
            run.labOnEnd(() -> complete(run));
            started.complete(run);
            Executor.labRun(Jenkins.get().toComputer(), run, problem -> {});
        } catch (IOException e) {
            started.completeExceptionally(e);
            completeExceptionally(e);
        }
    }

    @Override
    public @NonNull Future<WorkflowRun> getStartCondition() {
        return started;
    }

    @Override
    public WorkflowRun waitForStart() throws InterruptedException, ExecutionException {
        return started.get();
    }
}
