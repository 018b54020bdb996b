package org.jenkinsci.plugins.workflow.log;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.console.ConsoleLogFilter;
import hudson.model.BuildListener;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;

/** Changes what the steps of a block write to the log: adds time stamps, hides secrets. Written with the program. */
public abstract class TaskListenerDecorator implements Serializable {

    private static final long serialVersionUID = 1L;

    public abstract @NonNull OutputStream decorate(@NonNull OutputStream logger)
            throws IOException, InterruptedException;

    /** A decorator that applies both, the second one closer to the file, as in Jenkins. */
    public static TaskListenerDecorator merge(
            @CheckForNull TaskListenerDecorator original, @CheckForNull TaskListenerDecorator subsequent) {
        if (original == null) {
            return subsequent;
        }
        return subsequent == null ? original : new Both(original, subsequent);
    }

    public static TaskListenerDecorator fromConsoleLogFilter(ConsoleLogFilter filter) {
        return new OfFilter(filter);
    }

    /** The listener, decorated where there is something to decorate it with. */
    public static BuildListener apply(
            @NonNull TaskListener listener,
            @NonNull FlowExecutionOwner owner,
            @CheckForNull TaskListenerDecorator mainDecorator) {
        OutputStream out = OutputStreamTaskListener.getOutputStream(listener);
        if (mainDecorator != null) {
            try {
                out = mainDecorator.decorate(out);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("cannot decorate the log of " + owner, e);
            }
        }
        return new Decorated(out);
    }

    private static final class Both extends TaskListenerDecorator {
        private static final long serialVersionUID = 1L;
        private final TaskListenerDecorator original;
        private final TaskListenerDecorator subsequent;

        Both(TaskListenerDecorator original, TaskListenerDecorator subsequent) {
            this.original = original;
            this.subsequent = subsequent;
        }

        @Override
        public @NonNull OutputStream decorate(@NonNull OutputStream logger) throws IOException, InterruptedException {
            return original.decorate(subsequent.decorate(logger));
        }
    }

    private static final class OfFilter extends TaskListenerDecorator {
        private static final long serialVersionUID = 1L;
        private final ConsoleLogFilter filter;

        OfFilter(ConsoleLogFilter filter) {
            this.filter = filter;
        }

        @SuppressWarnings("rawtypes")
        @Override
        public @NonNull OutputStream decorate(@NonNull OutputStream logger) throws IOException, InterruptedException {
            return filter.decorateLogger((Run) null, logger);
        }
    }

    private static final class Decorated extends OutputStreamTaskListener.Default implements BuildListener {
        private static final long serialVersionUID = 1L;
        private final transient OutputStream out;

        Decorated(OutputStream out) {
            this.out = out;
        }

        @Override
        public @NonNull OutputStream getOutputStream() {
            return out;
        }
    }
}
