package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jenkins.util.Timer;

/**
 * The time in which Pipelines wait: the machine's own, unless somebody puts another in its place before a session starts. Whoever does so also
 * hears of all work that goes on in the session, so that time can stand still meanwhile.
 */
public interface SessionTime {

    /** As of {@link System#currentTimeMillis()}. */
    long millis();

    /**
     * Runs a short task later.
     *
     * @return keeps it from being run
     */
    Runnable after(long millis, Runnable task);

    /** Work begins, on a thread of the session or soon on one. */
    void begins();

    /** It is over. */
    void ends();

    /** The time of the running session. */
    static SessionTime get() {
        return Holder.current;
    }

    /** From now on this one; null for the machine's own. */
    static void use(SessionTime time) {
        Holder.current = time == null ? Holder.REAL : time;
    }

    /** Hands work to threads, and says so until it is done. */
    static void execute(Consumer<Runnable> threads, Runnable work) {
        SessionTime time = get();
        time.begins();
        try {
            threads.accept(() -> {
                try {
                    work.run();
                } finally {
                    time.ends();
                }
            });
        } catch (RejectedExecutionException sessionEnded) {
            time.ends();
            throw sessionEnded;
        }
    }

    /** Where the time is kept. */
    final class Holder {
        private static final SessionTime REAL = new SessionTime() {
            @Override
            public long millis() {
                return System.currentTimeMillis();
            }

            @Override
            public Runnable after(long millis, Runnable task) {
                var later = Timer.get().schedule(task, millis, TimeUnit.MILLISECONDS);
                return () -> later.cancel(false);
            }

            @Override
            public void begins() {
                // Real time waits for nobody.
            }

            @Override
            public void ends() {
                // Real time waits for nobody.
            }
        };
        private static volatile SessionTime current = REAL;

        private Holder() {}
    }
}
