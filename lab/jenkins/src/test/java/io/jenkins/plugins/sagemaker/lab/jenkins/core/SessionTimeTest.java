package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.Programs;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class SessionTimeTest {

    private final ByHand time = new ByHand();

    /** Passes only when told so. */
    private static final class ByHand implements SessionTime {
        private final AtomicLong now = new AtomicLong(1_000_000);
        private final AtomicInteger atWork = new AtomicInteger();
        private final Deque<Runnable> due = new ConcurrentLinkedDeque<>();
        private final Deque<Long> waits = new ConcurrentLinkedDeque<>();

        @Override
        public long millis() {
            return now.get();
        }

        @Override
        public Runnable after(long millis, Runnable task) {
            waits.add(millis);
            due.add(task);
            return () -> due.remove(task);
        }

        @Override
        public void begins() {
            atWork.incrementAndGet();
        }

        @Override
        public void ends() {
            atWork.decrementAndGet();
        }

        void pass(long millis) {
            now.addAndGet(millis);
            due.remove().run();
        }
    }

    @BeforeEach
    void use() {
        SessionTime.use(time);
    }

    @AfterEach
    void useTheMachinesOwn() {
        SessionTime.use(null);
    }

    @Test
    void aSleepLastsAsLongAsTheSessionsTimeSays(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.job(r, "sleep time: 3, unit: 'HOURS'")
                .scheduleBuild2(0)
                .waitForStart();
        await().until(() -> !time.due.isEmpty());

        time.pass(3 * 3_600_000);

        r.assertBuildStatusSuccess(r.waitForCompletion(build));
        assertThat(time.waits).containsExactly(3 * 3_600_000L);
    }

    @Test
    void aTimeOutPassesWhenTheSessionsTimeSays(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.job(r, "timeout(time: 1, unit: 'HOURS') { input 'Who?' }")
                .scheduleBuild2(0)
                .waitForStart();
        r.waitForMessage("Who?", build);

        time.pass(3_600_000);

        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build));
    }

    @Test
    void nobodyIsAtWorkWhileABuildWaits(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.job(r, "input 'Who?'").scheduleBuild2(0).waitForStart();
        r.waitForMessage("Who?", build);

        await().until(() -> time.atWork.get() == 0);

        build.doStop();
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build));
        await().until(() -> time.atWork.get() == 0);
    }
}
