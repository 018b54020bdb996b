package org.jenkinsci.plugins.workflow.log;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.console.AnnotatedLargeText;
import hudson.model.BuildListener;
import hudson.model.TaskListener;
import java.io.File;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Keeps the log of a build, and knows which step wrote what of it. */
public interface LogStorage {

    /** Writes in the name of the build itself. */
    @NonNull
    BuildListener overallListener() throws IOException, InterruptedException;

    /** Writes in the name of a step. */
    @NonNull
    TaskListener nodeListener(@NonNull FlowNode node) throws IOException, InterruptedException;

    /** All of the log. */
    @NonNull
    AnnotatedLargeText<FlowExecutionOwner.Executable> overallLog(
            @NonNull FlowExecutionOwner.Executable build, boolean complete);

    /** What a step wrote. */
    @NonNull
    AnnotatedLargeText<FlowNode> stepLog(@NonNull FlowNode node, boolean complete);

    /** The log as a file. */
    @NonNull
    File getLogFile(@NonNull FlowExecutionOwner.Executable build, boolean complete);

    /** The storage of that build. */
    static @NonNull LogStorage of(@NonNull FlowExecutionOwner b) {
        try {
            return FileLogStorage.of(b);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException("the folder of " + b + " cannot be found", gone);
        }
    }
}
