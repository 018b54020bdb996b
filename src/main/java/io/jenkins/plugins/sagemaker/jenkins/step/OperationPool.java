package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.init.Terminator;
import hudson.util.ClassLoaderSanityThreadFactory;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import io.jenkins.plugins.sagemaker.operation.Scheduler;
import io.jenkins.plugins.sagemaker.operation.Watchers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import jenkins.util.SystemProperties;

/**
 * The threads of all running operations of this controller: {@value #THREADS} at most, none while nothing is due. Not Jenkins' own timer, whose
 * few threads must not wait for AWS. What works with files on an agent, and so may take as long as that agent needs, has threads of its own, of
 * which there are {@value #LONG_THREADS} at most: a large upload holds up others of its kind, and nothing else. Each
 * {@link StateChangeFeed} that is being read keeps one more thread, which nothing else can hold up.
 *
 * <p>The system property {@code io.jenkins.plugins.sagemaker.timeScale} makes time pass faster, for tests and the lab: 60 turns a minute of
 * waiting into a second.
 */
@Extension
public final class OperationPool implements Scheduler {

    /** One less than sixteen: with the timer of the SDK's time-outs there are no more. */
    static final int THREADS = 15;

    static final int LONG_THREADS = 32;
    private static final Logger LOGGER = Logger.getLogger(OperationPool.class.getName());
    private static final Instant EPOCH = Instant.now();
    private static final long EPOCH_NANOS = System.nanoTime();

    /** Other time and threads than the pool's own; only the lab has them, which plays hours on a virtual clock. */
    public interface Substitute extends Scheduler, ExtensionPoint {}

    private final Optional<Substitute> substitute;
    private final double timeScale =
            Double.parseDouble(SystemProperties.getString("io.jenkins.plugins.sagemaker.timeScale", "1"));
    private final ScheduledThreadPoolExecutor threads =
            new ScheduledThreadPoolExecutor(THREADS, named("SageMaker operation"));
    private final ThreadPoolExecutor longThreads = new ThreadPoolExecutor(
            LONG_THREADS,
            LONG_THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            named("SageMaker operation with an agent"));

    /** Always as many as are needed, used again before another one is made. */
    private final ThreadPoolExecutor listeners = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), named("SageMaker state changes"));

    private final Watchers watchers = new Watchers(this);

    public OperationPool() {
        this(ExtensionList.lookup(Substitute.class).stream().findFirst());
    }

    OperationPool(Optional<Substitute> substitute) {
        this.substitute = substitute;
        threads.setKeepAliveTime(10, TimeUnit.SECONDS);
        threads.allowCoreThreadTimeOut(true);
        threads.setRemoveOnCancelPolicy(true);
        longThreads.allowCoreThreadTimeOut(true);
    }

    private static ThreadFactory named(String name) {
        return new NamingThreadFactory(new ClassLoaderSanityThreadFactory(new DaemonThreadFactory()), name);
    }

    static OperationPool get() {
        return ExtensionList.lookupSingleton(OperationPool.class);
    }

    /** By how much faster than real time passes here; 1 except in tests and the lab. */
    double timeScale() {
        return timeScale;
    }

    /** Through which all operations of this controller that wait for things of one list look together. */
    Watchers watchers() {
        return watchers;
    }

    @Override
    public Instant now() {
        return substitute.map(Scheduler::now).orElseGet(this::ownTime);
    }

    private Instant ownTime() {
        return EPOCH.plusNanos((long) ((System.nanoTime() - EPOCH_NANOS) * timeScale));
    }

    @Override
    public void after(Duration delay, Runnable task) {
        if (substitute.isPresent()) {
            substitute.get().after(delay, logged(task));
            return;
        }
        try {
            threads.schedule(logged(task), (long) (delay.toNanos() / timeScale), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, "not scheduled: the controller is shutting down", e);
        }
    }

    @Override
    public void afterForLong(Duration delay, Runnable task) {
        after(delay, task, longThreads);
    }

    @Override
    public void afterToListen(Duration delay, Runnable task) {
        after(delay, task, listeners);
    }

    /** A substitute has threads of its own. */
    private void after(Duration delay, Runnable task, Executor other) {
        after(delay, substitute.isPresent() ? task : () -> other.execute(logged(task)));
    }

    @Override
    public RandomGenerator random() {
        return substitute.map(Scheduler::random).orElseGet(Scheduler.super::random);
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        if (substitute.isPresent()) {
            substitute.get().pause(duration);
            return;
        }
        TimeUnit.NANOSECONDS.sleep((long) (duration.toNanos() / timeScale));
    }

    /** The pool's time as a clock. */
    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now();
            }
        };
    }

    /** A scheduled task's exception would otherwise stay in its future, where nobody looks. */
    private static Runnable logged(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOGGER.log(Level.SEVERE, "a task of an operation failed", e);
                throw e;
            }
        };
    }

    /** A shutdown of the controller is not an abort: what runs remotely goes on, and is found again. */
    @Terminator
    public static void shutDown() {
        ExtensionList.lookup(OperationPool.class).forEach(OperationPool::close);
        ExtensionList.lookup(AwsConnector.class).forEach(AwsConnector::close);
    }

    void close() {
        threads.shutdownNow();
        longThreads.shutdownNow();
        listeners.shutdownNow();
    }
}
