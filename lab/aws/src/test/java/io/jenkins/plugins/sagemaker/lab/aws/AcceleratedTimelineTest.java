package io.jenkins.plugins.sagemaker.lab.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AcceleratedTimelineTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @AutoClose
    private final AcceleratedTimeline timeline = new AcceleratedTimeline(3600, START);

    @Test
    void anHourPassesInASecond() throws Exception {
        Instant before = timeline.now();

        timeline.sleep(Duration.ofMinutes(12));

        assertThat(Duration.between(before, timeline.now())).isBetween(Duration.ofMinutes(12), Duration.ofHours(2));
    }

    @Test
    void tasksRunWhenTheyAreDue() throws Exception {
        var ran = new CompletableFuture<Instant>();
        Instant before = timeline.now();

        timeline.after(Duration.ofMinutes(6), () -> ran.complete(timeline.now()));

        assertThat(ran.get(10, TimeUnit.SECONDS)).isAfterOrEqualTo(before.plus(Duration.ofMinutes(6)));
    }

    @Test
    void aCancelledTaskDoesNotRun() throws Exception {
        var ran = new AtomicBoolean();
        var later = new CountDownLatch(1);

        timeline.after(Duration.ofMinutes(10), () -> ran.set(true)).cancel();
        timeline.after(Duration.ofMinutes(12), later::countDown);

        assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).isFalse();
    }

    @Test
    void tasksThatBlockDelayNoOthers() throws Exception {
        var release = new CountDownLatch(1);
        var blocked = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            timeline.after(Duration.ZERO, () -> {
                blocked.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        assertThat(blocked.await(10, TimeUnit.SECONDS)).isTrue();

        var ran = new CompletableFuture<Boolean>();
        timeline.after(Duration.ofSeconds(1), () -> ran.complete(true));

        assertThat(ran.get(10, TimeUnit.SECONDS)).isTrue();
        release.countDown();
    }

    @Test
    void anExceptionOfATaskIsReported() throws Exception {
        var reported = new CompletableFuture<LogRecord>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                reported.complete(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var logger = Logger.getLogger(AcceleratedTimeline.class.getName());
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            timeline.after(Duration.ZERO, () -> {
                throw new IllegalStateException("broken");
            });

            LogRecord entry = reported.get(10, TimeUnit.SECONDS);
            assertThat(entry.getLevel()).isEqualTo(Level.SEVERE);
            assertThat(entry.getThrown()).hasMessage("broken");
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
    }

    @Test
    void closingWakesSleepersAndDropsTasks() throws Exception {
        var other = new AcceleratedTimeline(1, START);
        var woken = new CompletableFuture<Throwable>();
        List<Thread> threads = new ArrayList<>();
        var sleeper = new Thread(() -> {
            try {
                other.sleep(Duration.ofDays(1));
            } catch (InterruptedException e) {
                woken.complete(e);
            }
        });
        threads.add(sleeper);
        sleeper.start();

        other.close();

        assertThat(woken.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        other.after(Duration.ZERO, () -> threads.add(Thread.currentThread())).cancel();
        assertThat(threads).containsExactly(sleeper);
    }

    @Test
    void timeCannotStandStill() {
        assertThatThrownBy(() -> new AcceleratedTimeline(0, START))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The speed of time must be greater than 0, but is 0.0.");
    }
}
