package io.jenkins.plugins.sagemaker.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.operation.Listing.Entry;
import io.jenkins.plugins.sagemaker.operation.OperationRun.Limits;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final ListedJobs jobs = new ListedJobs(scheduler::now);
    private final Watchers watchers = new Watchers(scheduler);
    private final List<WaitingBuild> builds = new ArrayList<>();
    private final Queue queue = new Queue("jobs");
    private final List<String> told = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            told.add(logged.getLevel() + " " + logged.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Has no patience: it is read once a second. */
    private static final class Queue implements Feed {
        private static final int MOST = 10;
        private final Object topic;
        private final List<Entry> news = new ArrayList<>();
        private int reads;
        private Kind refusal;
        private RuntimeException defect;

        Queue(Object topic) {
            this.topic = topic;
        }

        @Override
        public String name() {
            return "the queue of " + topic;
        }

        @Override
        public Object topic() {
            return topic;
        }

        @Override
        public boolean read(Consumer<List<Entry>> hearer) throws RemoteException {
            reads++;
            if (refusal != null) {
                throw new RemoteException(refusal, "", "The service says " + refusal + ".", null);
            }
            if (defect != null) {
                throw defect;
            }
            List<Entry> told = List.copyOf(news.subList(0, Math.min(MOST, news.size())));
            hearer.accept(told);
            news.removeAll(told);
            return told.size() == MOST;
        }
    }

    @BeforeEach
    void listen() {
        Logger logger = Logger.getLogger(FeedReading.class.getName());
        logger.setLevel(java.util.logging.Level.INFO);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        watchers.feeds(List.of(queue));
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger(FeedReading.class.getName()).removeHandler(handler);
    }

    private WaitingBuild start(String job) {
        jobs.set(job, "Training");
        var build = new WaitingBuild(job, false, jobs, scheduler, new Limits(null, false), watchers);
        builds.add(build);
        build.run.start();
        return build;
    }

    /** Until all look as seldom as they ever do. */
    private void start(int count) {
        for (int i = 0; i < count; i++) {
            start("job-" + i);
        }
        scheduler.run(Duration.ofMinutes(5).plusSeconds(count));
        jobs.looks = 0;
        jobs.looked.clear();
        queue.reads = 0;
    }

    private void set(String job, String status) {
        jobs.set(job, status);
        tell(job, status, scheduler.now());
    }

    private void tell(String job, String status, Instant at) {
        queue.news.add(new Entry(job, at, status, ListedJobs.isOver(status)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void whereFewWaitEachChangeIsSeenAtOnce(int count) {
        start(count);
        set("job-0", "Uploading");
        scheduler.run(SOON);
        assertThat(builds.get(0).log).containsExactly("Training", "Uploading");
        set("job-0", "Completed");
        scheduler.run(SOON);

        assertThat(builds.get(0).end).isEqualTo(new End.Succeeded("Completed", List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 100, 1000})
    void whereManyWaitEachEndIsSeenAlmostAtOnce(int count) {
        start(count);
        jobs.listLag = MINUTE;
        set("job-0", "Completed");
        scheduler.run(Duration.ofSeconds(4));

        assertThat(builds.get(0).end).isEqualTo(new End.Succeeded("Completed", List.of()));
        assertThat(looksAt("job-0")).isEqualTo(1);
    }

    @Test
    void whereManyWaitTheListTellsOfOtherChanges() {
        start(100);
        jobs.hidden.add("job-42");
        set("job-42", "Uploading");
        scheduler.run(Duration.ofSeconds(4));
        assertThat(looksAt("job-42")).isZero();
        jobs.hidden.clear();
        scheduler.run(Duration.ofSeconds(10));

        assertThat(builds.get(42).log).containsExactly("Training", "Uploading");
        assertThat(looksAt("job-42")).isEqualTo(1);
    }

    @Test
    void whereManyWaitItIsReadMoreSeldomUnlessItHasMuchToTell() {
        start(100);
        scheduler.run(MINUTE);
        assertThat(queue.reads).isBetween(19, 21);
        for (int i = 0; i < 300; i++) {
            tell("job-of-others-" + i, "Completed", scheduler.now());
        }
        scheduler.run(Duration.ofSeconds(33));

        assertThat(queue.news).isEmpty();
    }

    @Test
    void anEndThatItTellsIsNoNewsInTheList() {
        start(100);
        jobs.lookLag = Duration.ofSeconds(20); // nobody sees it before the list has shown it
        set("job-42", "Completed");
        scheduler.run(MINUTE);

        assertThat(builds.get(42).end).isNotNull();
        assertThat(looksAt("job-42")).isLessThanOrEqualTo(5);
    }

    @Test
    void anEndThatTheListHasShownLongAgoIsNoNews() {
        start(100);
        jobs.lookLag = HOUR;
        Instant before = scheduler.now();
        jobs.set("job-42", "Uploading");
        scheduler.run(MINUTE);
        jobs.looked.clear();
        tell("job-42", "Completed", before.minusSeconds(60));
        scheduler.run(Duration.ofSeconds(4));

        assertThat(looksAt("job-42")).isZero();
    }

    private long looksAt(String job) {
        return jobs.looked.stream().filter(job::equals).count();
    }

    @Test
    void whatTheListHasShownLongAgoIsNoNews() {
        start(100);
        Instant before = scheduler.now();
        jobs.set("job-42", "Uploading");
        scheduler.run(Duration.ofMinutes(1));
        jobs.looked.clear();
        tell("job-42", "Starting", before.minusSeconds(60));
        tell("job-42", "Uploading", before);
        scheduler.run(Duration.ofSeconds(10));

        assertThat(looksAt("job-42")).isZero();
    }

    @Test
    void whatNobodyWaitsForIsNobodysBusiness() {
        start(3);
        tell("job-of-others", "Completed", scheduler.now());
        scheduler.run(SOON);

        assertThat(jobs.looks).isZero();
        assertThat(queue.news).isEmpty();
    }

    @Test
    void whatItMakesUpDoesNoHarm() {
        start(100);
        tell("job-42", "Completed", scheduler.now().plus(HOUR)); // a job of that name in another account
        scheduler.run(Duration.ofSeconds(4));
        assertThat(looksAt("job-42")).isPositive();
        assertThat(builds.get(42).end).isNull();
        jobs.set("job-42", "Completed");
        scheduler.run(Duration.ofSeconds(10));

        assertThat(builds.get(42).end).isNotNull();
    }

    @Test
    void whatItLosesIsSeenAsWithoutIt() {
        start(1);
        jobs.set("job-0", "Completed");

        scheduler.run(Duration.ofSeconds(73));

        assertThat(builds.get(0).end).isNotNull();
    }

    @Test
    void itIsReadOnlyWhileSomebodyWaits() {
        scheduler.run(HOUR);
        assertThat(queue.reads).isZero();
        start(1);
        scheduler.run(HOUR);
        assertThat(queue.reads).isBetween(3590, 3610);
        set("job-0", "Completed");
        scheduler.run(SOON);
        queue.reads = 0;
        scheduler.run(HOUR);

        assertThat(queue.reads).isZero();
        assertThat(scheduler.isIdle()).isTrue();
    }

    @Test
    void itIsReadOnceHoweverManyWaitAndAgainForTheNext() {
        start(20);
        builds.forEach(build -> set(build.job, "Completed"));
        scheduler.run(HOUR);
        queue.reads = 0;
        start("late");
        scheduler.run(Duration.ofSeconds(100));

        assertThat(queue.reads).isBetween(99, 102);
    }

    @Test
    void aFeedOfOtherThingsIsNotRead() {
        var other = new Queue("other jobs");
        watchers.feeds(List.of(other));
        start(3);
        scheduler.run(HOUR);

        assertThat(other.reads).isZero();
    }

    @Test
    void oneThatComesOrGoesMeanwhileIsHeardOrNot() {
        watchers.feeds(List.of());
        start(1);
        set("job-0", "Uploading");
        scheduler.run(SOON);
        assertThat(queue.reads).isZero();
        watchers.feeds(List.of(queue));
        scheduler.run(SOON);
        assertThat(builds.get(0).log).containsExactly("Training", "Uploading");
        watchers.feeds(List.of());
        scheduler.run(SOON);
        queue.reads = 0;
        scheduler.run(HOUR);

        assertThat(queue.reads).isZero();
    }

    @Test
    void oneThatGoesAndComesBackAtOnceIsNotReadTwice() {
        start(1);
        watchers.feeds(List.of());
        watchers.feeds(List.of(queue));
        scheduler.run(Duration.ofSeconds(100));

        assertThat(queue.reads).isBetween(99, 102);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCESS_DENIED", "GONE", "INVALID", "TRANSIENT"})
    void oneThatCannotBeReadIsToldOfOnceAndTriedEverMoreRarely(Kind kind) {
        queue.refusal = kind;
        start(1);
        scheduler.run(HOUR);
        assertThat(queue.reads).isBetween(5, 16);
        assertThat(told)
                .containsExactly(
                        "WARNING Changes are seen later than they could be, since {0} cannot be read; it is tried again. {1}");
        set("job-0", "Uploading");
        scheduler.run(Duration.ofSeconds(73));
        assertThat(builds.get(0).log).containsExactly("Training", "Uploading");
        queue.refusal = null;
        scheduler.run(HOUR);

        assertThat(told).hasSize(2).last().isEqualTo("INFO Hearing of changes from {0} again.");
        set("job-0", "Completed");
        scheduler.run(SOON);
        assertThat(builds.get(0).end).isNotNull();
    }

    @Test
    void aDefectInItDoesNotEndIt() {
        start(1);
        queue.defect = new IllegalStateException("a defect");
        assertThatThrownBy(() -> scheduler.run(SOON)).hasMessage("a defect");
        queue.defect = null;
        scheduler.run(HOUR);
        set("job-0", "Completed");
        scheduler.run(SOON);

        assertThat(builds.get(0).end).isNotNull();
    }

    @Test
    void whatIsOverAccordingToItIsLookedAtUntilItIs() {
        start(1);
        jobs.lookLag = Duration.ofSeconds(20);
        set("job-0", "Completed");
        scheduler.run(Duration.ofSeconds(40));

        assertThat(builds.get(0).end).isNotNull();
    }
}
