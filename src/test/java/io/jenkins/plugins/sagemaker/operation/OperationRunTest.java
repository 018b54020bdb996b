package io.jenkins.plugins.sagemaker.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.operation.OperationRun.Limits;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationRunTest {

    private static final List<String> WHOLE_LOG =
            List.of("created", "line 1", "line 2", "line 3", "line 4", "line 5", "done", "UNSTABLE: slow; late");
    private static final String UNKNOWN = ". Whether job goes on remotely is not known.";
    private static final Duration DAY = Duration.ofDays(1);

    private final Build build = new Build();

    private void assertDoneOnce() {
        assertThat(build.ends).containsExactly(new End.Succeeded("done", List.of("slow", "late")));
        assertThat(build.job.created).isEqualTo(1);
        assertThat(build.log).isEqualTo(WHOLE_LOG);
    }

    @Test
    void goesFromBeginToEnd() {
        build.start();
        build.scheduler.run(DAY);

        assertDoneOnce();
        assertThat(build.run.status()).isEqualTo("line 5");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aCrashBeforeAnyStateIsOnDiskLosesAndDoublesNothing(long entry) {
        build.crashBeforeWrite = e -> e.number() == entry;

        crashAndResume();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aCrashJustAfterAnyStateIsOnDiskLosesAndDoublesNothing(long entry) {
        build.crashAfterWrite = e -> e.number() == entry;

        crashAndResume();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void aCrashBeforeAnyLineIsPrintedLosesAndDoublesNoLine(int line) {
        build.crashBeforeLine = line;

        crashAndResume();
    }

    private void crashAndResume() {
        build.start();
        runIntoCrash();
        assertThat(build.ends).isEmpty();

        build.resume();
        build.scheduler.run(DAY);

        assertDoneOnce();
    }

    /** A crash shows as a defect of the plugin to the run that it hits; that run is closed and tells nobody. */
    private void runIntoCrash() {
        try {
            build.scheduler.run(DAY);
        } catch (Build.Crash e) {
            assertThat(e).hasMessage("the controller is gone");
        }
    }

    @Test
    void anEffectWhoseAnswerIsLostIsNotRepeated() {
        build.job.troubles.add(build::die);
        build.start();
        build.scheduler.run(DAY);
        assertThat(build.job.created).isEqualTo(1);

        build.resume();
        build.scheduler.run(DAY);

        assertDoneOnce();
    }

    @Test
    void theEndIsToldAgainAfterACrashWithoutWorkingForItAgain() {
        build.start();
        build.scheduler.run(DAY);
        int looks = build.job.looks;
        build.ends.clear();

        build.resume();
        build.scheduler.run(DAY);

        assertDoneOnce();
        assertThat(build.job.looks).isEqualTo(looks);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"THROTTLED", "TRANSIENT", "EXPIRED_CREDENTIALS"})
    void passingTroubleIsTriedAgainForAnHour(Kind kind) {
        for (int i = 0; i < 40; i++) {
            build.job.refusals.add(RemoteJob.refusal(kind));
        }
        build.start();
        build.scheduler.run(Duration.ofMinutes(1));
        assertThat(build.run.status()).contains("trying again: the service says " + kind);
        assertThat(build.log).isEmpty();
        build.scheduler.run(DAY);

        assertThat(build.log.remove(0)).isEqualTo("Trying again: the service says " + kind);
        assertDoneOnce();
    }

    @Test
    void troubleOfLessThanAMinuteIsNotWorthALine() {
        build.job.refusals.add(RemoteJob.refusal(Kind.TRANSIENT));
        build.start();
        build.scheduler.run(DAY);

        assertDoneOnce();
    }

    @Test
    void troubleThatDoesNotPassIsGivenUpAfterAnHour() {
        for (int i = 0; i < 1000; i++) {
            build.job.refusals.add(RemoteJob.refusal(Kind.THROTTLED));
        }
        build.start();
        build.scheduler.run(Duration.ofMinutes(59));
        assertThat(build.ends).isEmpty();
        build.scheduler.run(Duration.ofMinutes(5));

        assertThat(build.ends).containsExactly(new End.Failed("the service says THROTTLED" + UNKNOWN));
    }

    @Test
    void deniedAccessIsTriedAgainForFiveMinutesOnly() {
        for (int i = 0; i < 1000; i++) {
            build.job.refusals.add(RemoteJob.refusal(Kind.ACCESS_DENIED));
        }
        build.start();
        build.scheduler.run(Duration.ofMinutes(4));
        assertThat(build.ends).isEmpty();
        build.scheduler.run(Duration.ofMinutes(5));

        assertThat(build.ends).containsExactly(new End.Failed("the service says ACCESS_DENIED" + UNKNOWN));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"INVALID", "GONE", "CONFLICT"})
    void whatIsWrongForGoodFailsAtOnce(Kind kind) {
        build.job.refusals.add(RemoteJob.refusal(kind));
        build.start();
        build.scheduler.run(Duration.ofSeconds(1));

        String end = kind == Kind.GONE ? UNKNOWN : "";
        assertThat(build.ends).containsExactly(new End.Failed("the service says " + kind + end));
    }

    @Test
    void stoppingStopsTheRemoteWorkAndWaitsForItsEnd() {
        build.start();
        build.scheduler.run(Duration.ofSeconds(12));
        build.run.stop("the build says: aborted by alice");
        build.scheduler.run(DAY);

        assertThat(build.job.stopped).isTrue();
        assertThat(build.ends).containsExactly(new End.Stopped());
        assertThat(build.log).contains("Stopping: job, because the build says: aborted by alice");
    }

    @Test
    void aStopBeforeAnythingWasStartedStartsNothing() {
        build.start();
        build.run.stop("the build says: aborted by alice");
        build.scheduler.run(DAY);

        assertThat(build.job.created).isZero();
        assertThat(build.ends).containsExactly(new End.Stopped());
    }

    @Test
    void aStopThatComesWithinTheLastRoundIsNotLost() {
        build.start();
        build.job.onLook = look -> {
            if (look == 6) {
                build.run.stop("the build says: aborted by alice");
            }
        };
        build.scheduler.run(DAY);

        assertThat(build.ends).containsExactly(new End.Stopped());
        assertThat(build.log).endsWith("line 5", "Stopping: job, because the build says: aborted by alice", "done");
    }

    @Test
    void aStopThatIsThrottledIsTriedAgain() {
        build.start();
        build.scheduler.run(Duration.ofSeconds(12));
        build.job.refusals.add(RemoteJob.refusal(Kind.THROTTLED));
        build.job.refusals.add(RemoteJob.refusal(Kind.TRANSIENT));
        build.run.stop("aborted");
        build.scheduler.run(DAY);

        assertThat(build.job.stopped).isTrue();
        assertThat(build.ends).containsExactly(new End.Stopped());
    }

    @Test
    void aSecondStopEndsTheStepWhateverTheServiceSays() {
        build.start();
        build.scheduler.run(Duration.ofSeconds(12));
        for (int i = 0; i < 1000; i++) {
            build.job.refusals.add(RemoteJob.refusal(Kind.THROTTLED));
        }
        build.run.stop("aborted");
        build.scheduler.run(Duration.ofMinutes(1));
        assertThat(build.ends).isEmpty();
        build.run.stop("aborted again");
        build.scheduler.run(Duration.ofMinutes(1));

        assertThat(build.ends).containsExactly(new End.Stopped(true));
    }

    @Test
    void aStopSurvivesACrash() {
        build.start();
        build.scheduler.run(Duration.ofSeconds(12));
        build.crashAfterWrite = e -> e.stop() != null;
        build.run.stop("aborted");
        runIntoCrash();
        assertThat(build.job.stopped).isFalse();

        build.resume();
        build.scheduler.run(DAY);

        assertThat(build.job.stopped).isTrue();
        assertThat(build.ends).containsExactly(new End.Stopped());
    }

    @Test
    void aStopThatComesBeforeTheJournalIsReadFindsWhatWasRunning() {
        build.start();
        build.scheduler.run(Duration.ofSeconds(12));
        build.die();
        build.whileReading = () -> {
            build.run.stop("aborted");
            build.scheduler.run(Duration.ZERO);
        };

        build.resume();
        build.scheduler.run(DAY);

        assertThat(build.job.stopped).isTrue();
        assertThat(build.log).contains("Stopping: job, because aborted");
    }

    @Test
    void whatIsResumedToBeStoppedIsNotWorkedForBefore() {
        build.start();
        build.scheduler.run(Duration.ofSeconds(12));
        build.die();
        int looks = build.job.looks;

        build.resumeAndStop("its build has ended");
        build.scheduler.run(DAY);

        assertThat(build.job.stopped).isTrue();
        assertThat(build.job.looks).isEqualTo(looks + 1);
        assertThat(build.ends).containsExactly(new End.Stopped());
    }

    @Test
    void workThatIsToBeLeftIsLeft() {
        build.limits = new Limits(null, true);
        build.start();
        build.scheduler.run(Duration.ofSeconds(12));
        build.run.stop("aborted");
        build.scheduler.run(DAY);

        assertThat(build.job.running).isTrue();
        assertThat(build.ends).containsExactly(new End.Stopped(true));
    }

    @Test
    void aTimeOutStopsTheRemoteWorkAndIsAFailure() {
        build.limits = new Limits(Duration.ofSeconds(20), false);
        build.start();
        build.scheduler.run(DAY);

        assertThat(build.job.stopped).isTrue();
        assertThat(build.ends).hasSize(1);
        assertThat(build.ends.get(0))
                .isInstanceOfSatisfying(
                        End.Failed.class,
                        f -> assertThat(f.reason()).startsWith("Stopped because job has taken longer than"));
    }

    @Test
    void aShutdownIsNotAStop() {
        build.start();
        build.scheduler.run(Duration.ofSeconds(12));
        build.run.close();
        build.scheduler.run(DAY);

        assertThat(build.job.running).isTrue();
        assertThat(build.ends).isEmpty();
        build.resume();
        build.scheduler.run(DAY);
        assertDoneOnce();
    }
}
