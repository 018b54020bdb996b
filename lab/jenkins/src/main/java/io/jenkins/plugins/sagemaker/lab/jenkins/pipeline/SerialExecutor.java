package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import io.jenkins.plugins.sagemaker.lab.jenkins.core.Power;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs tasks one after the other on threads of another executor, and holds none while there is nothing to do. */
public final class SerialExecutor implements Executor {

    private static final Logger LOGGER = Logger.getLogger(SerialExecutor.class.getName());

    private final Executor threads;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean running;
    private boolean closed;

    public SerialExecutor(Executor threads) {
        this.threads = threads;
    }

    /** Queues a task; forgets it where this is closed, as at the end of a session. */
    @Override
    public void execute(Runnable task) {
        synchronized (tasks) {
            if (closed) {
                return;
            }
            tasks.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        dispatch();
    }

    private void dispatch() {
        try {
            threads.execute(this::drain);
        } catch (RejectedExecutionException sessionEnded) {
            close();
        }
    }

    private void drain() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (Power.Cut crashed) {
                close();
            } catch (Throwable failure) {
                LOGGER.log(Level.WARNING, "a task of a Pipeline program failed", failure);
            }
        }
    }

    private Runnable next() {
        synchronized (tasks) {
            Runnable task = closed ? null : tasks.poll();
            running = task != null;
            return task;
        }
    }

    /** Drops what is queued, and takes no more. What runs now runs to its end. */
    public void close() {
        synchronized (tasks) {
            closed = true;
            tasks.clear();
        }
    }
}
