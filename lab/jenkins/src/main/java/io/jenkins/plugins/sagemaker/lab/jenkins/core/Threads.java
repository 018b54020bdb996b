package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import hudson.security.ACL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads made by Jenkins' own factories, so that a session's end can wait for them and a crash can stop them. */
public final class Threads {
    /** What core calls "thread pool for remoting". */
    public static final SessionPool REMOTING = new SessionPool("Computer.threadPoolForRemoting");

    private static final Set<Thread> TRACKED =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private static final int TIMER_THREADS = 10;

    private Threads() {}

    /** Notes a thread as belonging to the session. */
    public static <T extends Thread> T track(T thread) {
        TRACKED.add(thread);
        return thread;
    }

    /** Daemon threads called {@code name #1}, {@code name #2}, ... that act as Jenkins itself. */
    public static ThreadFactory factory(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Runnable asSystem = () -> {
                LabAuthentication.become(ACL.SYSTEM2);
                work.run();
            };
            Thread t = new Thread(asSystem, name + " #" + count.incrementAndGet());
            t.setDaemon(true);
            return track(t);
        };
    }

    /** The pool behind Timer. */
    public static ScheduledExecutorService forTimer() {
        ScheduledThreadPoolExecutor pool =
                new ScheduledThreadPoolExecutor(TIMER_THREADS, factory("jenkins.util.Timer"));
        pool.setRemoveOnCancelPolicy(true);
        return pool;
    }

    /** Interrupts every living thread but the caller's, and waits up to the given time for them to end; answers who did not. */
    static List<Thread> stop(long millis) {
        List<Thread> others = living();
        others.remove(Thread.currentThread());
        others.forEach(Thread::interrupt);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (Thread t : others) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            try {
                t.join(Math.max(1, left));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        others.removeIf(t -> !t.isAlive());
        return others;
    }

    static List<Thread> living() {
        synchronized (TRACKED) {
            List<Thread> living = new ArrayList<>(TRACKED);
            living.removeIf(t -> !t.isAlive());
            return living;
        }
    }
}
