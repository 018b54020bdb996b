package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import io.jenkins.plugins.sagemaker.lab.jenkins.core.SessionTime;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Threads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of the Pipeline engine. One set lives as long as one Jenkins session; a build that waits holds none of them.
 */
public final class PipelineThreads {

    /** Programs are written and read by recursion, so their threads need deep stacks. */
    private static final long PROGRAM_STACK_BYTES = 64L << 20;

    private static PipelineThreads current;

    private final ExecutorService programs = pool("CPS VM", PROGRAM_STACK_BYTES);
    private final ExecutorService background = pool("Pipeline step", 0);

    private PipelineThreads() {}

    /** The threads of the running session, made on first use. */
    public static synchronized PipelineThreads get() {
        if (current == null) {
            current = new PipelineThreads();
        }
        return current;
    }

    /** Ends all threads, interrupting what still runs on them. The next {@link #get} makes new ones. */
    public static synchronized void shutdown() {
        if (current != null) {
            current.programs.shutdownNow();
            current.background.shutdownNow();
            current = null;
        }
    }

    /** Runs CPS programs. Use only through {@link SerialExecutor}. */
    public ExecutorService programs() {
        return programs;
    }

    /** Runs steps that block a thread while they work. */
    public ExecutorService background() {
        return background;
    }

    private static ExecutorService pool(String name, long stackBytes) {
        var count = new AtomicInteger();
        ThreadFactory factory = work -> {
            var thread = new Thread(null, work, name + " #" + count.incrementAndGet(), stackBytes);
            thread.setDaemon(true);
            thread.setContextClassLoader(PipelineThreads.class.getClassLoader());
            return Threads.track(thread);
        };
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), factory) {
            @Override
            public void execute(Runnable work) {
                SessionTime.execute(super::execute, work);
            }
        };
    }
}
