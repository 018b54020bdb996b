package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import hudson.security.ACL;
import hudson.slaves.EnvironmentVariablesNodeProperty;
import hudson.slaves.EnvironmentVariablesNodeProperty.Entry;
import io.jenkins.plugins.sagemaker.lab.aws.VirtualTimeline;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.LabAuthentication;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Power;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Session;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.SessionTime;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Threads;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import jenkins.model.Jenkins;

/** One life of a controller on the virtual clock, from its start to its orderly end or its crash. */
final class Life implements SessionTime, AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(Life.class.getName());

    private static final String TIME_SCALE = "io.jenkins.plugins.sagemaker.timeScale";
    private static Life current;

    private final VirtualTimeline timeline;
    private final VirtualTimeline.Party party;
    private final Random random;
    private final JournalWatch journals;
    private Session session;

    private Life(VirtualTimeline timeline, JournalWatch journals, long seed) {
        this.timeline = timeline;
        this.party = timeline.join(quietly(Threads.factory("On the virtual clock")));
        this.journals = journals;
        this.random = new Random(seed);
    }

    /** What a crash cuts off is no news. */
    private static ThreadFactory quietly(ThreadFactory threads) {
        return work -> {
            Thread thread = threads.newThread(work);
            thread.setUncaughtExceptionHandler((t, problem) -> {
                if (!(problem instanceof Power.Cut)) {
                    LOGGER.log(Level.SEVERE, "A thread on the virtual clock has ended.", problem);
                }
            });
            return thread;
        };
    }

    /** The life that goes on, or begins. */
    static Life current() {
        return current;
    }

    /**
     * A controller starts over a home folder.
     *
     * @param journals hears of each write of a journal
     * @param seed of all that varies by chance
     */
    static Life begin(Path home, VirtualTimeline timeline, JournalWatch journals, long seed) {
        var life = new Life(timeline, journals, seed);
        current = life;
        SessionTime.use(life);
        // Only the SDK's own pauses, before it repeats a call, are not on the virtual clock.
        System.setProperty(TIME_SCALE, "1000");
        LabAuthentication.become(ACL.SYSTEM2);
        life.session = Session.start(home.toFile(), element -> element == VirtualPool.class);
        return life;
    }

    /** As an administrator sets up a new controller. */
    void configure(Map<String, String> environment) throws IOException {
        session.jenkins()
                .getGlobalNodeProperties()
                .add(new EnvironmentVariablesNodeProperty(environment.entrySet().stream()
                        .map(e -> new Entry(e.getKey(), e.getValue()))
                        .toList()));
        session.jenkins().save();
    }

    Jenkins jenkins() {
        return session.jenkins();
    }

    File home() {
        return session.jenkins().getRootDir();
    }

    /** Pulls the plug. What the threads of this life are held up by goes on once nothing that they do can be seen any more. */
    void crash(Runnable released) {
        session.onDead(released);
        session.onDead(party::leave);
        session.crash();
        over();
    }

    /** Ends in order, as for a restart. */
    @Override
    public void close() {
        System.clearProperty(TIME_SCALE);
        session.stop();
        over();
    }

    private void over() {
        party.leave();
        SessionTime.use(null);
    }

    /** An operation has gone on: its state may have been written. */
    void wrote() {
        journals.look(session == null ? null : session.jenkins().getRootDir().toPath());
    }

    Instant now() {
        return timeline.now();
    }

    void after(Duration delay, Runnable task) {
        party.after(delay, task);
    }

    void sleep(Duration duration) throws InterruptedException {
        party.sleep(duration);
    }

    RandomGenerator random() {
        return random;
    }

    @Override
    public long millis() {
        return timeline.now().toEpochMilli();
    }

    @Override
    public Runnable after(long millis, Runnable task) {
        return party.after(Duration.ofMillis(millis), task)::cancel;
    }

    @Override
    public void begins() {
        party.begins();
    }

    @Override
    public void ends() {
        party.ends();
    }
}
