package io.jenkins.plugins.sagemaker.lab.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A timeline on which a second of this machine's time is {@code speed} seconds of AWS's.
 *
 * <p>One thread watches the clock and never runs a task itself; tasks run on threads of their own, so that a training
 * that computes for a minute delays nothing else. All threads are daemons.
 */
public final class AcceleratedTimeline implements Timeline {

    private static final Logger LOGGER = Logger.getLogger(AcceleratedTimeline.class.getName());

    private static final int MAX_TASKS_AT_ONCE = 512;
    private static final long RETRY_MILLIS = 20;

    private final double speed;
    private final Instant start;
    private final long origin = System.nanoTime();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ScheduledThreadPoolExecutor clock =
            new ScheduledThreadPoolExecutor(1, daemons("local-aws-clock"), new ThreadPoolExecutor.DiscardPolicy());
    private final ThreadPoolExecutor tasks = new ThreadPoolExecutor(
            0,
            MAX_TASKS_AT_ONCE,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            daemons("local-aws-task"),
            this::later);

    /**
     * Starts the timeline.
     *
     * @param speed seconds of AWS's time per second of real time, greater than 0
     * @param start AWS's time now
     */
    public AcceleratedTimeline(double speed, Instant start) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("The speed of time must be greater than 0, but is " + speed + ".");
        }
        this.speed = speed;
        this.start = start;
        clock.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Instant now() {
        return start.plusNanos((long) ((System.nanoTime() - origin) * speed));
    }

    /** {@inheritDoc} After {@link #close} nothing is run any more. */
    @Override
    public Cancellable after(Duration delay, Runnable task) {
        Future<?> future = clock.schedule(() -> tasks.execute(reported(task)), real(delay), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    /** {@inheritDoc} @throws InterruptedException also if the timeline is closed meanwhile */
    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (closed.await(real(duration), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("The timeline was closed.");
        }
    }

    /** Stops time: waiting tasks are dropped, running ones are interrupted. */
    @Override
    public void close() {
        closed.countDown();
        clock.shutdownNow();
        tasks.shutdownNow();
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private long real(Duration duration) {
        double seconds = duration.getSeconds() + duration.getNano() / 1e9;
        return (long) Math.max(0, seconds / speed * 1e9);
    }

    private Runnable reported(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                // What breaks off because time was stopped is not news.
                Level level = isClosed() ? Level.FINE : Level.SEVERE;
                LOGGER.log(level, "A task of the local AWS failed; what it was to change stays as it is.", e);
                if (e instanceof Error error) {
                    throw error;
                }
            }
        };
    }

    /** Too many tasks at once: the task waits its turn on the clock, which no task can block. */
    @SuppressWarnings("FutureReturnValueIgnored") // The pool's tasks report their own failures.
    private void later(Runnable task, ThreadPoolExecutor pool) {
        clock.schedule(() -> pool.execute(task), RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static ThreadFactory daemons(String name) {
        var count = new AtomicInteger();
        return runnable -> {
            var thread = new Thread(runnable, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
