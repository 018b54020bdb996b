package io.jenkins.plugins.sagemaker.lab.cli;

import hudson.security.ACL;
import hudson.security.ACLContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/**
 * What Ctrl-C does: it stops the build as Jenkins' stop button does, so that nothing is left running in AWS, and only then ends the process, with the
 * build's own exit status.
 */
final class Interruption implements AutoCloseable {

    /** A training job gets two minutes to end; more than that nobody waits at a terminal. */
    private static final long MOST_SECONDS = 180;

    private final CompletableFuture<WorkflowRun> build = new CompletableFuture<>();
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private final Thread hook = new Thread(this::interrupted, "stop the build");

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** From now on an interruption stops this build. */
    void aborts(WorkflowRun running) {
        build.complete(running);
    }

    /** The build has ended, and all is written; an interruption ends with this exit status. */
    int ends(int status) {
        end.complete(status);
        return status;
    }

    private void interrupted() {
        try {
            WorkflowRun running = build.get(MOST_SECONDS, TimeUnit.SECONDS);
            try (ACLContext me = ACL.as(Approver.user())) {
                running.doStop();
            }
            Runtime.getRuntime().halt(end.get(MOST_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            System.err.println(
                    "The build did not stop in time; look into AWS for what it has left running. (" + e + ")");
        }
    }

    @Override
    public void close() {
        end.complete(PipelineCommand.status(hudson.model.Result.FAILURE));
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The process is ending already: the hook runs, and has been told.
        }
    }
}
