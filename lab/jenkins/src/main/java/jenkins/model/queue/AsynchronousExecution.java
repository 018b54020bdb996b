package jenkins.model.queue;

import hudson.model.Executor;
import java.io.Serial;

/** Thrown by work that goes on without its executor's thread. */
public abstract class AsynchronousExecution extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Throwable NONE = new Throwable("completed without error");

    private transient Executor executor;
    private Throwable result;

    protected AsynchronousExecution() {}

    public abstract void interrupt(boolean forShutdown);

    public abstract boolean blocksRestart();

    public abstract boolean displayCell();

    public final synchronized Executor getExecutor() {
        return executor;
    }

    public final synchronized void setExecutorWithoutCompleting(Executor executor) {
        this.executor = executor;
    }

    public final void maybeComplete() {
        Executor e;
        Throwable end;
        synchronized (this) {
            e = executor;
            end = result;
        }
        if (e != null && end != null) {
            e.completedAsynchronous(end == NONE ? null : end);
        }
    }

    /** To be called once, when the work is over. */
    public final void completed(Throwable error) {
        synchronized (this) {
            result = error == null ? NONE : error;
        }
        maybeComplete();
    }
}
