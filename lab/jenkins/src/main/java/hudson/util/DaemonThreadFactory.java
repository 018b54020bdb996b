package hudson.util;

import io.jenkins.plugins.sagemaker.lab.jenkins.core.Threads;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Makes daemon threads. */
public class DaemonThreadFactory implements ThreadFactory {
    private final ThreadFactory core;

    public DaemonThreadFactory() {
        this(Executors.defaultThreadFactory());
    }

    public DaemonThreadFactory(ThreadFactory core) {
        this.core = core;
    }

    @Override
    public Thread newThread(Runnable r) {
        Thread t = core.newThread(r);
        t.setDaemon(true);
        return Threads.track(t);
    }
}
