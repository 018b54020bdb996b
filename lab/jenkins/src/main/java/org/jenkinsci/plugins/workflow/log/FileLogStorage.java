package org.jenkinsci.plugins.workflow.log;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.console.AnnotatedLargeText;
import hudson.model.BuildListener;
import hudson.model.TaskListener;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.BuildLog;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.StepLogText;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/** Keeps the log in one file with an index of its writers. */
public final class FileLogStorage implements LogStorage {

    private static final Map<File, FileLogStorage> OPEN = new ConcurrentHashMap<>();

    private final BuildLog log;

    private FileLogStorage(File file) {
        this.log = new BuildLog(file);
    }

    public static synchronized LogStorage forFile(File log) {
        return OPEN.computeIfAbsent(log, FileLogStorage::new);
    }

    static LogStorage of(FlowExecutionOwner owner) throws IOException {
        return forFile(new File(owner.getRootDir(), "log"));
    }

    /** Hook of the stand-in: the log of a build. */
    public static BuildLog labOf(WorkflowRun build) {
        return ((FileLogStorage) forFile(build.getLogFile())).log;
    }

    /** Hook of the stand-in: closes the files of all builds below that folder. */
    public static synchronized void labClose(File root) throws IOException {
        var entries = OPEN.entrySet().iterator();
        while (entries.hasNext()) {
            var entry = entries.next();
            if (entry.getKey().toPath().startsWith(root.toPath())) {
                entry.getValue().log.close();
                entries.remove();
            }
        }
    }

    @Override
    public @NonNull BuildListener overallListener() {
        return new Listener(log.writer(null));
    }

    @Override
    public @NonNull TaskListener nodeListener(@NonNull FlowNode node) {
        return new Listener(log.writer(node.getId()));
    }

    @Override
    public @NonNull AnnotatedLargeText<FlowExecutionOwner.Executable> overallLog(
            @NonNull FlowExecutionOwner.Executable build, boolean complete) {
        return new AnnotatedLargeText<>(log.file(), StandardCharsets.UTF_8, complete, build);
    }

    @Override
    public @NonNull AnnotatedLargeText<FlowNode> stepLog(@NonNull FlowNode node, boolean complete) {
        return new StepLogText<>(log, node.getId(), complete, node);
    }

    @Override
    public @NonNull File getLogFile(@NonNull FlowExecutionOwner.Executable build, boolean complete) {
        return log.file();
    }

    /** As in Jenkins, never written with a program: a step asks its context for a new one. */
    private static final class Listener extends OutputStreamTaskListener.Default implements BuildListener {
        private static final long serialVersionUID = 1L;
        private final transient OutputStream out;

        Listener(OutputStream out) {
            this.out = out;
        }

        @Override
        public @NonNull OutputStream getOutputStream() {
            return out;
        }
    }
}
