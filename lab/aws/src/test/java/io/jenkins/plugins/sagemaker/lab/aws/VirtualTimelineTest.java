package io.jenkins.plugins.sagemaker.lab.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class VirtualTimelineTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final VirtualTimeline timeline = new VirtualTimeline(BEGIN);
    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void whatIsDueFirstIsDoneFirstAndTimeJumpsThere() throws Exception {
        after(Duration.ofHours(3), "third");
        after(Duration.ofHours(1), "first");
        after(Duration.ofHours(1), "second");

        play();

        assertThat(done).containsExactly("first at 01:00", "second at 01:00", "third at 03:00");
    }

    @Test
    void aTaskMaySleepWhileOthersGoOn() throws Exception {
        timeline.after(Duration.ZERO, () -> {
            try {
                timeline.sleep(Duration.ofHours(2));
                note("slept");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        after(Duration.ofHours(1), "meanwhile");

        play();

        assertThat(done).containsExactly("meanwhile at 01:00", "slept at 02:00");
    }

    @Test
    void whatIsCancelledIsNotDone() throws Exception {
        after(Duration.ofHours(1), "cancelled").cancel();

        play();

        assertThat(done).isEmpty();
    }

    @Test
    void aPartyThatLeavesTakesItsTasksWithIt() throws Exception {
        var party = timeline.join(Thread::new);
        party.after(Duration.ofHours(1), () -> note("of the party"));
        after(Duration.ofHours(2), "of AWS");
        party.begins();

        party.leave();
        play();

        assertThat(done).containsExactly("of AWS at 02:00");
    }

    @Test
    void whatIsDueOnlyLaterThanIsAskedForIsLeft() {
        after(Duration.ofHours(1), "the first");
        after(Duration.ofHours(3), "the second");
        Instant latest = timeline.now().plus(Duration.ofHours(2));

        assertThat(timeline.stepUntil(latest)).isTrue();
        assertThat(timeline.stepUntil(latest)).isFalse();
        assertThat(timeline.now()).isEqualTo(latest.minus(Duration.ofHours(1)));
        assertThat(timeline.step()).isTrue();
    }

    @Test
    void timeStandsStillWhileSomebodyWorks() throws Exception {
        var end = new CountDownLatch(1);
        timeline.after(Duration.ZERO, () -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(timeline.step()).isTrue();
        assertThat(timeline.awaitQuiet(Duration.ofMillis(10), () -> false)).isFalse();
        end.countDown();
        assertThat(timeline.awaitQuiet(LONGEST, () -> false)).isTrue();
    }

    private void play() throws InterruptedException {
        while (timeline.awaitQuiet(LONGEST, () -> false) && timeline.step()) {
            // until nothing is due any more
        }
    }

    private Timeline.Cancellable after(Duration delay, String what) {
        return timeline.after(delay, () -> note(what));
    }

    private void note(String what) {
        done.add(what + " at " + timeline.now().toString().substring(11, 16));
    }
}
