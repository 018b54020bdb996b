package io.jenkins.plugins.sagemaker.lab.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A timeline that stands still while anybody works, and then jumps to the next thing that is due: hours pass in milliseconds, and one task is
 * done after the other. It moves only when its owner says so with {@link #step}.
 *
 * <p>Several parties may live in it, each with threads of its own: the local AWS, and each life of a controller. One of them can leave, and takes
 * its tasks with it.
 */
public final class VirtualTimeline implements Timeline {

    private static final Logger LOGGER = Logger.getLogger(VirtualTimeline.class.getName());

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::due).thenComparing(Event::number));
    private final Party aws = join(work -> {
        var thread = new Thread(work, "local-aws-task");
        thread.setDaemon(true);
        return thread;
    });
    private Instant now;
    private long lastNumber;
    private int working;
    private boolean alarmed;

    /** @param start the time until the first step */
    public VirtualTimeline(Instant start) {
        now = start;
    }

    private record Event(Instant due, long number, Party party, Runnable begin) {}

    /** A new party. Its tasks run on threads of that factory, a fresh one each. */
    public Party join(ThreadFactory threads) {
        return new Party(threads);
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public Cancellable after(Duration delay, Runnable task) {
        return aws.after(delay, task);
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        aws.sleep(duration);
    }

    @Override
    public void close() {
        aws.leave();
    }

    /**
     * Waits until nobody works any more.
     *
     * @param interruption asked now and then: whether to wait no longer
     * @return false if {@code longest}, in this machine's time, has passed before
     */
    public synchronized boolean awaitQuiet(Duration longest, BooleanSupplier interruption) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (working > 0 && !interruption.getAsBoolean()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            if (!alarmed) {
                wait(left);
            }
            alarmed = false;
        }
        return true;
    }

    /** Has {@link #awaitQuiet} ask again. */
    public synchronized void wake() {
        alarmed = true;
        notifyAll();
    }

    /** Jumps to the next thing that is due, and begins it. Returns at once; whether it is done, {@link #awaitQuiet} tells. */
    public synchronized boolean step() {
        return stepUntil(Instant.MAX);
    }

    /** As {@link #step}, but what is due only after this time is left. */
    public synchronized boolean stepUntil(Instant latest) {
        if (events.isEmpty() || events.peek().due().isAfter(latest)) {
            return false;
        }
        Event event = events.remove();
        if (event.due().isAfter(now)) {
            now = event.due();
        }
        event.party().begins();
        event.begin().run();
        return true;
    }

    private synchronized Event schedule(Party party, Duration delay, Runnable begin) {
        var event = new Event(now.plus(delay.isNegative() ? Duration.ZERO : delay), ++lastNumber, party, begin);
        events.add(event);
        return event;
    }

    private synchronized boolean cancel(Event event) {
        return events.remove(event);
    }

    private synchronized void work(int more) {
        working += more;
        if (working <= 0) {
            notifyAll();
        }
    }

    /** Those who live together in this time, and leave it together. */
    public final class Party {

        private final ThreadFactory threads;
        private int atWork;
        private boolean gone;

        Party(ThreadFactory threads) {
            this.threads = threads;
        }

        /** Runs the task once, on a thread of its own, when so much time has passed. */
        public Cancellable after(Duration delay, Runnable task) {
            Event event = schedule(
                    this, delay, () -> threads.newThread(() -> run(task)).start());
            return () -> cancel(event);
        }

        private void run(Runnable task) {
            try {
                task.run();
            } catch (RuntimeException e) {
                // What breaks off because its party is gone is not news.
                LOGGER.log(isGone() ? Level.FINE : Level.SEVERE, "A task on the virtual timeline failed.", e);
            } finally {
                ends();
            }
        }

        /** Blocks the calling thread, which is at work, until so much time has passed. */
        public void sleep(Duration duration) throws InterruptedException {
            var woken = new CountDownLatch(1);
            Event event = schedule(this, duration, woken::countDown);
            ends();
            try {
                woken.await();
            } catch (InterruptedException e) {
                if (cancel(event)) {
                    begins();
                }
                throw e;
            }
        }

        /** Somebody begins to work. */
        public void begins() {
            note(1);
        }

        /** Somebody has done his work. */
        public void ends() {
            note(-1);
        }

        private void note(int more) {
            synchronized (VirtualTimeline.this) {
                if (!gone) {
                    atWork += more;
                    work(more);
                }
            }
        }

        private boolean isGone() {
            synchronized (VirtualTimeline.this) {
                return gone;
            }
        }

        /** Leaves time: what it had planned is dropped, and nobody waits for it any more. */
        public void leave() {
            synchronized (VirtualTimeline.this) {
                work(-atWork);
                atWork = 0;
                gone = true;
                events.removeIf(event -> event.party() == this);
            }
        }
    }
}
