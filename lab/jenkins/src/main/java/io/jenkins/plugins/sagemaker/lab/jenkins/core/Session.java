package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import hudson.init.InitMilestone;
import hudson.model.Computer;
import hudson.model.User;
import hudson.model.listeners.ItemListener;
import hudson.remoting.Channel;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import jenkins.util.Timer;
import org.apache.commons.io.FileUtils;

/**
 * One life of a controller over a home folder: from its start to its orderly end or its crash. There is at most one at a
 * time in a process. A later session over the same folder knows only what was written there.
 */
public final class Session {
    private static final Logger LOGGER = Logger.getLogger(Session.class.getName());
    private static final long THREADS_END_MILLIS = 5_000;

    private final Lifecycle lifecycle;
    private final Jenkins jenkins;
    private final List<Runnable> crashHooks = new CopyOnWriteArrayList<>();
    private final List<Runnable> deadHooks = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean over;

    private Session(File home, Predicate<AnnotatedElement> testExtensions) {
        ClassLoader loader = Session.class.getClassLoader();
        lifecycle = new Lifecycle(loader);
        jenkins = Jenkins.labNew(this, home, loader, new Extensions(loader, testExtensions));
    }

    /** Starts a controller without any test's extensions. */
    public static Session start(File home) {
        return start(home, element -> false);
    }

    /**
     * Starts a controller.
     *
     * @param testExtensions which classes, fields and methods annotated with TestExtension take part
     * @throws IllegalStateException if there is a session already
     */
    public static synchronized Session start(File home, Predicate<AnnotatedElement> testExtensions) {
        if (Jenkins.getInstanceOrNull() != null) {
            throw new IllegalStateException(
                    "A session is going on already, in " + Jenkins.get().getRootDir());
        }
        User.labForget();
        Session session = new Session(home, testExtensions);
        try {
            session.boot();
            return session;
        } catch (IOException e) {
            session.stop();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            session.stop();
            throw e;
        }
    }

    private void boot() throws IOException {
        Files.createDirectories(jenkins.getRootDir().toPath());
        for (InitMilestone milestone : InitMilestone.values()) {
            if (milestone == InitMilestone.SYSTEM_CONFIG_LOADED) {
                jenkins.load();
            }
            if (milestone == InitMilestone.JOB_LOADED) {
                jenkins.labLoadItems();
            }
            jenkins.labReached(milestone);
            lifecycle.reached(milestone);
        }
        PeriodicTasks.start();
        ItemListener.labTell(ItemListener::onLoaded);
    }

    public Jenkins jenkins() {
        return jenkins;
    }

    /** Waits until the session has ended, in order or by a crash; answers whether it has. */
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the session in order, as a restart of the controller does. Further calls do nothing. */
    public synchronized void stop() {
        if (over) {
            return;
        }
        over = true;
        ItemListener.labTell(ItemListener::onBeforeShutdown);
        jenkins.labTerminating();
        lifecycle.terminate();
        end();
    }

    /** Runs first when the session crashes. */
    public void onCrash(Runnable hook) {
        crashHooks.add(hook);
    }

    /** Runs once a crashed session has kept what its home folder held, before its threads are ended. */
    public void onDead(Runnable hook) {
        deadHooks.add(hook);
    }

    /**
     * Ends the session as if the process had been killed. The home folder is afterwards as it was at this moment. Pools of
     * plugins are ended by their terminators, since this process goes on; nothing that they write remains.
     *
     * @throws Power.Cut when called by a thread of the session itself, which is not to go on
     */
    public void crash() {
        List<Thread> living = Threads.living();
        die(living);
        if (living.contains(Thread.currentThread())) {
            Power.check();
        }
    }

    private synchronized void die(List<Thread> living) {
        if (over) {
            return;
        }
        over = true;
        crashHooks.forEach(Runnable::run);
        Power.off(living);
        Path home = jenkins.getRootDir().toPath();
        Path snapshot = home.resolveSibling(home.getFileName() + "-at-crash");
        try {
            FileUtils.copyDirectory(home.toFile(), snapshot.toFile());
            deadHooks.forEach(Runnable::run);
            jenkins.labTerminating();
            lifecycle.terminate();
            end();
            FileUtils.deleteDirectory(home.toFile());
            Files.move(snapshot, home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Power.on();
            ended.countDown();
        }
    }

    private void end() {
        for (Computer computer : jenkins.getComputers()) {
            if (computer.getChannel() instanceof Channel agent) {
                agent.labClose();
            }
        }
        Timer.shutdown();
        Threads.REMOTING.endSession();
        List<Thread> stubborn = Threads.stop(THREADS_END_MILLIS);
        Jenkins.labForget();
        for (Thread t : stubborn) {
            IllegalStateException where = new IllegalStateException("still running");
            where.setStackTrace(t.getStackTrace());
            LOGGER.log(Level.WARNING, where, () -> "Thread " + t.getName() + " did not end with its session");
        }
        ended.countDown();
    }
}
