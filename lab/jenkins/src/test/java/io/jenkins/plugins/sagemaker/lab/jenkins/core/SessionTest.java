package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.XmlFile;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.init.Terminator;
import hudson.model.Label;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import jenkins.util.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class SessionTest {

    private static final List<String> EVENTS = new CopyOnWriteArrayList<>();

    @RegisterExtension
    final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @TestExtension
    public static class Settings extends GlobalConfiguration {
        private String region;

        public Settings() {
            load();
        }

        String region() {
            return region;
        }

        void region(String region) {
            this.region = region;
            save();
        }
    }

    @Initializer(before = InitMilestone.PLUGINS_STARTED)
    public static void early() {
        EVENTS.add("early " + Jenkins.get().getInitLevel());
    }

    @Initializer(after = InitMilestone.JOB_LOADED)
    public static void afterJobs() {
        EVENTS.add("after jobs " + Jenkins.get().getItems().size());
    }

    @Terminator
    public static void end() {
        EVENTS.add("end " + Jenkins.get().isTerminating());
    }

    @Test
    void whatIsWrittenIsThereInTheNextSession() throws Throwable {
        sessions.then(r -> r.get(Settings.class).region("eu-west-1"));
        sessions.then(r -> assertThat(r.get(Settings.class).region()).isEqualTo("eu-west-1"));
    }

    @Test
    void initializersAndTerminatorsAreCalledInOrder() throws Throwable {
        EVENTS.clear();
        sessions.then(r -> r.createProject(ProbeJob.class, "p"));
        sessions.then(r -> {});
        assertThat(EVENTS)
                .containsExactly(
                        "early PLUGINS_PREPARED",
                        "after jobs 0",
                        "end true",
                        "early PLUGINS_PREPARED",
                        "after jobs 1",
                        "end true");
    }

    @Test
    void aSessionsThreadsEndWithIt() throws Throwable {
        AtomicReference<Thread> timer = new AtomicReference<>();
        AtomicReference<Thread> pool = new AtomicReference<>();
        sessions.then(r -> {
            CountDownLatch running = new CountDownLatch(2);
            Timer.get().submit(() -> await(timer, running));
            new NamingThreadFactory(new DaemonThreadFactory(), "pool")
                    .newThread(() -> await(pool, running))
                    .start();
            running.await();
        });
        assertThat(timer.get().isAlive()).isFalse();
        assertThat(pool.get().isAlive()).isFalse();
        assertThat(pool.get().getName()).isEqualTo("pool [#1]");
    }

    private static void await(AtomicReference<Thread> me, CountDownLatch running) {
        me.set(Thread.currentThread());
        running.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void afterACrashOnlyWhatWasWrittenBeforeIsThere() throws Throwable {
        AtomicReference<Throwable> late = new AtomicReference<>();
        Path own = sessions.getHome().toPath().resolve("own.txt");
        sessions.labThenCrash(r -> {
            r.get(Settings.class).region("before");
            CountDownLatch running = new CountDownLatch(1);
            new DaemonThreadFactory()
                    .newThread(() -> {
                        running.countDown();
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            writeLate(r.jenkins.getRootDir(), own, late);
                        }
                    })
                    .start();
            running.await();
        });
        assertThat(late.get()).isInstanceOf(Power.Cut.class);
        assertThat(own).doesNotExist();
        sessions.then(r -> assertThat(r.get(Settings.class).region()).isEqualTo("before"));
    }

    /** What a thread of the dead session would like to write, past the stand-in and through it. */
    private static void writeLate(File home, Path own, AtomicReference<Throwable> late) {
        try {
            Files.writeString(own, "late");
            new XmlFile(new File(home, "late.xml")).write("late");
        } catch (Throwable e) {
            late.set(e);
        }
    }

    @Test
    void aThreadThatCrashesItsOwnSessionGoesNoFurther() throws Throwable {
        CountDownLatch went = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        AtomicReference<Thread> thread = new AtomicReference<>();
        sessions.then(r -> {
            Thread own = new DaemonThreadFactory().newThread(() -> {
                try {
                    r.jenkins.labCrash();
                    went.countDown();
                } catch (Power.Cut e) {
                    end.set(e);
                    writeLate(
                            r.jenkins.getRootDir(),
                            r.jenkins.getRootDir().toPath().resolve("own.txt"),
                            end);
                }
            });
            thread.set(own);
            own.start();
            assertThat(r.jenkins.labSession().awaitEnd(Duration.ofSeconds(20))).isTrue();
        });
        thread.get().join();
        assertThat(went.getCount()).isEqualTo(1);
        assertThat(end.get()).isInstanceOf(Power.Cut.class);
        assertThat(sessions.getHome().toPath().resolve("late.xml")).doesNotExist();
    }

    @Test
    void agentsComeBackAfterARestart() throws Throwable {
        sessions.then(r -> {
            r.createOnlineSlave(Label.get("linux")).getRootPath().child("x").write("kept", "UTF-8");
            r.jenkins.setNumExecutors(5);
        });
        sessions.then(r -> {
            assertThat(r.jenkins.getNumExecutors()).isEqualTo(5);
            assertThat(Label.get("linux").getNodes())
                    .singleElement()
                    .satisfies(
                            agent -> assertThat(agent.getRootPath().child("x").readToString())
                                    .isEqualTo("kept"));
        });
    }

    @Test
    void aCrashFirstRunsItsHooks() throws Throwable {
        AtomicReference<Boolean> thereStill = new AtomicReference<>();
        sessions.labThenCrash(r -> r.jenkins.labOnCrash(() -> thereStill.set(Jenkins.getInstanceOrNull() != null)));
        assertThat(thereStill).hasValue(true);
        assertThat(Jenkins.getInstanceOrNull()).isNull();
    }

    @Test
    void thereIsOneSessionAtATime() throws Throwable {
        sessions.then(r -> assertThatThrownBy(() -> Session.start(sessions.getHome()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(sessions.getHome().getPath()));
        assertThatThrownBy(Jenkins::get).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void startingTakesWellBelowASecond() throws Throwable {
        sessions.then(r -> {});
        long begin = System.nanoTime();
        sessions.then(r -> {});
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(1000);
    }
}
