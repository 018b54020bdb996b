package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import java.io.Serial;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/**
 * Whether the machine is on. A simulated crash turns it off: from then on whoever wants to write through the stand-in
 * is stopped by {@link Cut}, as if the process had died at that instruction. Threads that were alive at the crash stay
 * cut off when the next session turns the machine on again.
 */
public final class Power {
    private static final Set<Thread> DEAD = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private static volatile boolean off;
    private static volatile Consumer<String> watcher = write -> {};

    private Power() {}

    /** Ends the calling thread's work if the machine is off, or was turned off while the thread lived. */
    public static void check() {
        if (off || DEAD.contains(Thread.currentThread())) {
            throw new Cut();
        }
    }

    /** Tells whoever watches that something is about to be written, or has been: a moment at which a crash makes a difference. */
    public static void at(String write) {
        watcher.accept(write);
    }

    /** From now on this one hears of each moment on either side of a write; it may hold the writing thread up. Null for nobody. */
    public static void watch(Consumer<String> moments) {
        watcher = moments == null ? write -> {} : moments;
    }

    static void off(Collection<Thread> living) {
        off = true;
        DEAD.addAll(living);
    }

    static void on() {
        off = false;
    }

    /** Thrown where a process that had crashed would not have come. Not to be caught. */
    public static final class Cut extends Error {
        @Serial
        private static final long serialVersionUID = 1L;

        Cut() {
            super("The stand-in has crashed; this thread belongs to a session that is over");
        }
    }
}
