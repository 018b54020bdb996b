package hudson.util;

import io.jenkins.plugins.sagemaker.lab.jenkins.core.Power;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs what kills a thread. */
public class ExceptionCatchingThreadFactory implements ThreadFactory, Thread.UncaughtExceptionHandler {
    private static final Logger LOGGER = Logger.getLogger(ExceptionCatchingThreadFactory.class.getName());

    private final ThreadFactory core;

    public ExceptionCatchingThreadFactory() {
        this(Executors.defaultThreadFactory());
    }

    public ExceptionCatchingThreadFactory(ThreadFactory core) {
        this.core = core;
    }

    @Override
    public Thread newThread(Runnable r) {
        Thread t = core.newThread(r);
        t.setUncaughtExceptionHandler(this);
        return t;
    }

    @Override
    public void uncaughtException(Thread t, Throwable e) {
        if (!(e instanceof Power.Cut)) {
            LOGGER.log(Level.WARNING, e, () -> "Thread " + t.getName() + " terminated unexpectedly");
        }
    }
}
