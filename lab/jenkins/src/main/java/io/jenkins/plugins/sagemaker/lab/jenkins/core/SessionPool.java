package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import hudson.security.ACL;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A pool that a static field may hold: its threads end with each session, and work in the next is done by new ones. */
public final class SessionPool extends AbstractExecutorService {
    private final String name;
    private ExecutorService pool;

    /** Tasks are done as Jenkins itself. */
    public SessionPool(String name) {
        this.name = name;
    }

    @Override
    public synchronized void execute(Runnable command) {
        if (pool == null) {
            pool = Executors.newCachedThreadPool(Threads.factory(name));
        }
        SessionTime.execute(pool::execute, () -> {
            LabAuthentication.become(ACL.SYSTEM2);
            command.run();
        });
    }

    /** Interrupts what is being done. */
    public synchronized void endSession() {
        if (pool != null) {
            pool.shutdownNow();
            pool = null;
        }
    }

    @Override
    public void shutdown() {
        throw new UnsupportedOperationException("The pool " + name + " belongs to Jenkins");
    }

    @Override
    public List<Runnable> shutdownNow() {
        throw new UnsupportedOperationException("The pool " + name + " belongs to Jenkins");
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return false;
    }
}
