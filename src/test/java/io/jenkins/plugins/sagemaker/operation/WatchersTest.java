package io.jenkins.plugins.sagemaker.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.operation.OperationRun.Limits;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchersTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Limits UNLIMITED = new Limits(null, false);

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private Duration behind = Duration.ZERO;
    private final ListedJobs jobs = new ListedJobs(() -> scheduler.now().minus(behind));
    private final Watchers watchers = new Watchers(scheduler);
    private final List<WaitingBuild> builds = new ArrayList<>();

    private void start(int count) {
        for (int i = 0; i < count; i++) {
            start(false, UNLIMITED);
        }
        settle();
    }

    private WaitingBuild start(boolean reads, Limits limits) {
        String job = "job-" + builds.size();
        jobs.set(job, "Training");
        return join(job, reads, limits);
    }

    private WaitingBuild join(String job, boolean reads, Limits limits) {
        var build = new WaitingBuild(job, reads, jobs, scheduler, limits, watchers);
        builds.add(build);
        build.run.start();
        return build;
    }

    /** Until the first sight of each job is no news any more. */
    private void settle() {
        scheduler.run(Duration.ofSeconds(120 + builds.size()));
        jobs.looks = 0;
        jobs.lists = 0;
    }

    private Duration delayOf(WaitingBuild build, Instant changed) {
        assertThat(build.end).as("end of " + build.job).isNotNull();
        return Duration.between(changed, build.endedAt);
    }

    @Test
    void aFewPollAndReadNoList() {
        start(Watcher.SOME);

        scheduler.run(HOUR);

        assertThat(jobs.lists).isZero();
        assertThat(jobs.looks).isBetween(200, 300);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 100, 1_000, 5_000})
    void manyLookNoMoreThanFew(int count) {
        start(count);

        scheduler.run(HOUR);

        assertThat(jobs.lists).isBetween(590, 610);
        assertThat(jobs.looks).isLessThanOrEqualTo(1_810);
        assertThat(builds).allMatch(build -> build.end == null);
    }

    @Test
    void ofAThousandTheEndOfEachIsSeenWithinSeconds() {
        start(1_005);
        jobs.listLag = Duration.ofSeconds(2);
        for (WaitingBuild build : builds.subList(0, 1_000)) {
            jobs.set(build.job, "Completed");
            scheduler.run(Duration.ofSeconds(3));
        }
        scheduler.run(MINUTE);

        assertThat(builds.subList(0, 1_000))
                .allSatisfy(build ->
                        assertThat(delayOf(build, jobs.changedAt(build.job))).isLessThan(Duration.ofSeconds(9)));
        assertThat(jobs.looks).isLessThan(1_000 + 1_600);
    }

    @Test
    void thoseThatEndTogetherAreLookedAtFiveASecond() {
        start(300);
        Instant changed = scheduler.now();
        builds.forEach(build -> jobs.set(build.job, "Completed"));

        scheduler.run(Duration.ofSeconds(30));
        assertThat(jobs.looks).isBetween(100, 165);
        scheduler.run(MINUTE);

        assertThat(builds).allMatch(build -> delayOf(build, changed).compareTo(Duration.ofSeconds(75)) < 0);
    }

    @Test
    void aChangeIsToldSoonAndOnce() {
        start(50);
        jobs.set("job-7", "Uploading");

        scheduler.run(Duration.ofSeconds(10));
        assertThat(builds.get(7).log).containsExactly("Training", "Uploading");
        scheduler.run(HOUR);

        assertThat(builds.get(7).log).containsExactly("Training", "Uploading");
    }

    @Test
    void twoChangesWithinASecondAreTwo() {
        start(50);
        jobs.set("job-7", "Uploading");
        scheduler.run(Duration.ofMillis(1));
        jobs.set("job-7", "Completed");

        scheduler.run(Duration.ofSeconds(10));

        assertThat(builds.get(7).end).isEqualTo(new End.Succeeded("Completed", List.of()));
    }

    @Test
    void aChangeThatTheListNeverShowsIsFoundInItsTurn() {
        start(100);
        jobs.hidden.add("job-42");
        Instant changed = scheduler.now();
        jobs.set("job-42", "Completed");

        scheduler.run(HOUR);

        assertThat(delayOf(builds.get(42), changed)).isLessThan(Duration.ofSeconds(202));
    }

    @Test
    void aListThatIsLateIsReadFarEnoughBack() {
        start(100);
        jobs.listLag = Duration.ofSeconds(40);
        Instant changed = scheduler.now();
        jobs.set("job-42", "Completed");
        scheduler.run(Duration.ofSeconds(20));
        jobs.set("job-43", "Uploading"); // a later change that shows first would move the beginning of the next reading
        scheduler.run(MINUTE);

        assertThat(delayOf(builds.get(42), changed)).isLessThan(Duration.ofSeconds(50));
    }

    @Test
    void aClockThatIsHoursAheadDoesNoHarm() {
        behind = Duration.ofHours(5);
        start(100);
        scheduler.run(HOUR);
        Instant changed = scheduler.now();
        jobs.set("job-42", "Completed");
        scheduler.run(MINUTE);

        assertThat(delayOf(builds.get(42), changed)).isLessThan(Duration.ofSeconds(9));
    }

    @Test
    void whatIsOverAccordingToTheListIsLookedAtUntilItIs() {
        start(1_000);
        jobs.lookLag = Duration.ofSeconds(90);
        Instant changed = scheduler.now();
        jobs.set("job-42", "Completed");
        scheduler.run(Duration.ofMinutes(5));

        assertThat(delayOf(builds.get(42), changed)).isLessThan(Duration.ofSeconds(150));
    }

    @Test
    void aListOfManyPagesIsReadWhole() {
        start(950);
        builds.forEach(build -> jobs.set(build.job, "Uploading"));

        scheduler.run(Duration.ofMinutes(10));

        assertThat(builds).allMatch(build -> build.log.equals(List.of("Training", "Uploading")));
        assertThat(jobs.looks).isLessThan(950 + 320);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"ACCESS_DENIED", "THROTTLED", "TRANSIENT", "INVALID"})
    void withoutAListEachIsLookedAtInTurnAndTheLogSaysSoOnce(Kind kind) {
        start(100);
        jobs.listRefusal = kind;
        List<LogRecord> told = new ArrayList<>();
        Handler handler = listen(told);
        try {
            scheduler.run(Duration.ofMinutes(5));
            jobs.looks = 0;
            jobs.lists = 0;
            Instant changed = scheduler.now();
            jobs.set("job-42", "Completed");
            scheduler.run(HOUR);

            assertThat(delayOf(builds.get(42), changed)).isLessThan(Duration.ofSeconds(63));
            assertThat(jobs.looks).isBetween(5_500, 6_100);
            assertThat(jobs.lists).isLessThanOrEqualTo(61);
            jobs.listRefusal = null;
            scheduler.run(HOUR);
        } finally {
            Logger.getLogger(Watcher.class.getName()).removeHandler(handler);
        }
        assertThat(told).extracting(LogRecord::getMessage).hasSize(2);
        assertThat(told.get(0).getMessage()).startsWith("What many builds wait for cannot be watched by a list");
        assertThat(told.get(1).getMessage()).endsWith("by their list again.");
        jobs.looks = 0;
        scheduler.run(HOUR);
        assertThat(jobs.looks).isLessThanOrEqualTo(1_810);
    }

    private static Handler listen(List<LogRecord> told) {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                told.add(logged);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(Watcher.class.getName());
        logger.setLevel(java.util.logging.Level.INFO);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        return handler;
    }

    @Test
    void aShortTroubleOfTheListIsNobodysBusiness() {
        start(100);
        jobs.listRefusal = Kind.THROTTLED;
        scheduler.run(Duration.ofSeconds(9));
        jobs.listRefusal = null;
        Instant changed = scheduler.now();
        jobs.set("job-42", "Completed");
        jobs.looks = 0;
        scheduler.run(MINUTE);

        assertThat(delayOf(builds.get(42), changed)).isLessThan(Duration.ofSeconds(15));
        assertThat(jobs.looks).isLessThanOrEqualTo(33);
    }

    @Test
    void aDefectInTheListStrandsNobody() {
        start(100);
        jobs.defect = new IllegalStateException("a defect");
        assertThatThrownBy(() -> scheduler.run(MINUTE)).hasMessage("a defect");
        Instant changed = scheduler.now();
        jobs.set("job-42", "Completed");
        assertThatThrownBy(() -> scheduler.run(Duration.ofMinutes(3))).hasMessage("a defect");
        jobs.defect = null;

        scheduler.run(Duration.ofMinutes(3));

        assertThat(delayOf(builds.get(42), changed)).isLessThan(Duration.ofSeconds(202));
    }

    @Test
    void whoseCredentialsFailForTheListIsStillLookedAt() {
        start(100);
        for (int i = 0; i < 100; i++) {
            jobs.set("job-" + i, "Uploading"); // all are in line, those whose credentials are tried among them
        }
        scheduler.run(Duration.ofSeconds(7));
        jobs.listRefusal = Kind.EXPIRED_CREDENTIALS;
        scheduler.run(Duration.ofSeconds(45));

        assertThat(builds).allMatch(build -> build.log.equals(List.of("Training", "Uploading")));
    }

    @Test
    void aRoundThatFailsIsRepeatedInItsTurn() {
        start(100);
        jobs.lookRefusal = Kind.TRANSIENT;
        jobs.set("job-42", "Uploading");
        scheduler.run(MINUTE);
        assertThat(jobs.looks).isBetween(31, 95);
        jobs.lookRefusal = null;
        scheduler.run(MINUTE);

        assertThat(builds.get(42).log).containsExactly("Training", "Uploading");
    }

    @Test
    void anAbortIsPassedOnAtOnce() {
        start(100);
        builds.get(42).run.stop("nobody wants it");

        scheduler.run(Duration.ZERO);
        assertThat(jobs.stops).isEqualTo(1);
        scheduler.run(Duration.ofSeconds(10));

        assertThat(builds.get(42).end).isEqualTo(new End.Stopped());
    }

    @Test
    void aTimeOutIsNoticedThoughNobodyLooks() {
        start(1_000);
        WaitingBuild limited = start(false, new Limits(Duration.ofMinutes(30), false));
        Instant begun = scheduler.now();

        scheduler.run(HOUR);

        assertThat(limited.end).isInstanceOf(End.Failed.class);
        assertThat(limited.endedAt).isBetween(begun.plusSeconds(1800), begun.plusSeconds(1820));
    }

    private List<WaitingBuild> restart() {
        scheduler.forgetEverything();
        builds.forEach(build -> build.run.close());
        var afterwards = new Watchers(scheduler);
        return builds.stream()
                .map(build -> build.afterRestart(afterwards, jobs))
                .toList();
    }

    @Test
    void afterARestartOneAfterAnotherLooksAndWhatIsOverFirst() {
        start(1_000);
        Instant changed = scheduler.now();
        builds.subList(900, 1_000).forEach(build -> jobs.set(build.job, "Completed"));
        scheduler.run(Duration.ofMillis(1)); // the controller goes down before anybody has seen it
        List<WaitingBuild> resumed = restart();
        jobs.looks = 0;
        scheduler.run(Duration.ofSeconds(30));
        assertThat(jobs.looks).isLessThan(400);
        assertThat(resumed.subList(900, 1_000))
                .allSatisfy(build -> assertThat(delayOf(build, changed)).isLessThan(Duration.ofSeconds(30)));
        scheduler.run(Duration.ofMinutes(4));

        assertThat(jobs.looks).isBetween(1_000, 1_300);
        assertThat(resumed.subList(0, 900)).allMatch(build -> build.end == null);
    }

    @Test
    void afterARestartAFewLookAtOnce() {
        start(3);
        List<WaitingBuild> resumed = restart();
        builds.forEach(build -> jobs.set(build.job, "Completed"));
        scheduler.run(Duration.ofSeconds(1));

        assertThat(resumed).allMatch(build -> build.end.equals(new End.Succeeded("Completed", List.of())));
    }

    @Test
    void afterTheLastWaitNothingIsLeft() {
        start(100);
        builds.forEach(build -> jobs.set(build.job, "Completed"));
        scheduler.run(HOUR);

        assertThat(watchers.size()).isZero();
        assertThat(scheduler.isIdle()).isTrue();
    }

    @Test
    void whatIsLetGoLeavesItsWatcher() {
        start(100);
        builds.forEach(build -> build.run.close());

        assertThat(watchers.size()).isZero();
        scheduler.run(MINUTE);
        assertThat(jobs.looks).isZero();
        assertThat(scheduler.isIdle()).isTrue();
    }

    @Test
    void theLastTwoPollAgain() {
        start(100);
        builds.subList(2, 100).forEach(build -> jobs.set(build.job, "Completed"));
        scheduler.run(HOUR);
        jobs.lists = 0;
        jobs.looks = 0;
        scheduler.run(HOUR);
        assertThat(jobs.lists).isZero();
        assertThat(jobs.looks).isBetween(100, 150);
        Instant changed = scheduler.now();
        jobs.set("job-1", "Completed");
        scheduler.run(HOUR);

        assertThat(delayOf(builds.get(1), changed)).isLessThan(Duration.ofSeconds(73));
    }

    @Test
    void newCredentialsMakeNoSecondWatcher() {
        start(100);
        jobs.key = "jobs with another session";
        for (int i = 0; i < 10; i++) {
            start(false, UNLIMITED);
        }
        scheduler.run(Duration.ofMinutes(5));
        assertThat(watchers.size()).isEqualTo(1);
        jobs.lists = 0;
        jobs.set("job-42", "Completed");
        jobs.set("job-105", "Completed");
        scheduler.run(MINUTE);

        assertThat(builds.get(42).end).isNotNull();
        assertThat(builds.get(105).end).isNotNull();
        assertThat(jobs.lists).isLessThanOrEqualTo(11);
    }

    @Test
    void twoThatWaitForTheSameBothSeeItsEnd() {
        start(100);
        WaitingBuild second = join("job-42", false, UNLIMITED);
        scheduler.run(Duration.ofMinutes(10));
        jobs.set("job-42", "Completed");
        scheduler.run(Duration.ofMinutes(2));

        assertThat(builds.get(42).end).isNotNull();
        assertThat(second.end).isNotNull();
    }

    @Test
    void aChangeThatIsListedDuringALookIsLookedAtAgain() {
        start(100);
        jobs.set("job-42", "Uploading");
        jobs.onLook = () -> {
            jobs.onLook = () -> {};
            jobs.set("job-42", "Completed");
            scheduler.run(Duration.ofSeconds(9)); // the answer takes long; meanwhile the list shows the end
        };
        Instant changed = scheduler.now();
        scheduler.run(Duration.ofSeconds(30));

        assertThat(delayOf(builds.get(42), changed)).isLessThan(Duration.ofSeconds(25));
    }

    @Test
    void logsAreReadInTurnWithoutALook() {
        for (int i = 0; i < 100; i++) {
            start(true, UNLIMITED);
        }
        settle();
        jobs.logReads = 0;
        scheduler.run(HOUR);

        assertThat(jobs.logReads).isBetween(8_000, 9_100);
        assertThat(jobs.looks).isLessThanOrEqualTo(1_810);
    }
}
