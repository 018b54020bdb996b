package hudson.util;

import io.jenkins.plugins.sagemaker.lab.jenkins.core.Threads;
import java.util.concurrent.ThreadFactory;

/** Gives threads the class loader that sees all plugins. */
public class ClassLoaderSanityThreadFactory implements ThreadFactory {
    private final ThreadFactory delegate;

    public ClassLoaderSanityThreadFactory(ThreadFactory delegate) {
        this.delegate = delegate;
    }

    @Override
    public Thread newThread(Runnable r) {
        Thread t = delegate.newThread(r);
        t.setContextClassLoader(ClassLoaderSanityThreadFactory.class.getClassLoader());
        return Threads.track(t);
    }
}
