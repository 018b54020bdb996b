package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import java.nio.file.Files;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.job.properties.DurabilityHintJobProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** What survives: an orderly end in any case, a crash only where every step is written. */
class DurabilityTest {

    @RegisterExtension
    final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @BeforeEach
    void forget() {
        WatchedStep.EVENTS.clear();
    }

    private static void waitingBuild(JenkinsRule r, FlowDurabilityHint hint) throws Exception {
        waitingBuild(r, hint, "watched 'step'");
    }

    private static void waitingBuild(JenkinsRule r, FlowDurabilityHint hint, String script) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        job.addProperty(new DurabilityHintJobProperty(hint));
        job.setDefinition(new CpsFlowDefinition(script, true));
        r.waitForMessage("step waits", job.scheduleBuild2(0).waitForStart());
        ((org.jenkinsci.plugins.workflow.cps.CpsFlowExecution)
                        job.getLastBuild().getExecution())
                .labSettled()
                .join();
    }

    private static WorkflowRun build(JenkinsRule r) {
        return r.jenkins.getItemByFullName("p", WorkflowJob.class).getLastBuild();
    }

    @ParameterizedTest
    @EnumSource(FlowDurabilityHint.class)
    void anOrderlyShutdownLosesNothing(FlowDurabilityHint hint) throws Throwable {
        sessions.then(r -> waitingBuild(r, hint));

        sessions.then(r -> {
            await().until(() -> WatchedStep.EVENTS.contains("resume step 1"));
            assertThat(WatchedStep.EVENTS).containsExactly("start step", "resume step 1");
            build(r).doStop();
            r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build(r)));
            assertThat(WatchedStep.EVENTS).containsExactly("start step", "resume step 1", "stop step");
        });
    }

    @Test
    void aCrashLosesNothingWhereEveryStepIsWritten() throws Throwable {
        sessions.labThenCrash(r -> waitingBuild(r, FlowDurabilityHint.MAX_SURVIVABILITY));

        sessions.then(r -> {
            await().until(() -> WatchedStep.EVENTS.contains("resume step 1"));
            assertThat(build(r).isBuilding()).isTrue();
            build(r).doStop();
            r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build(r)));
        });
    }

    @Test
    void aCrashDoesNotForgetThatTheBuildIsUnstable() throws Throwable {
        sessions.labThenCrash(r ->
                waitingBuild(r, FlowDurabilityHint.MAX_SURVIVABILITY, "unstable 'hm'\necho 'and on'\nwatched 'step'"));

        sessions.then(r -> {
            await().until(() -> WatchedStep.EVENTS.contains("resume step 1"));
            assertThat(build(r).getResult()).isEqualTo(Result.UNSTABLE);
            build(r).doStop();
            r.waitForCompletion(build(r));
        });
    }

    @Test
    void aCrashEndsAnOptimizedBuildWithoutTellingItsSteps() throws Throwable {
        sessions.labThenCrash(r -> waitingBuild(r, FlowDurabilityHint.PERFORMANCE_OPTIMIZED));

        sessions.then(r -> {
            WorkflowRun build = r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(build(r)));
            r.assertLogContains("not cleanly saved when Jenkins shut down", build);
            assertThat(WatchedStep.EVENTS).containsExactly("start step");
        });
    }

    @Test
    void whatACrashHasLeftOfABuildThatWasNeverWrittenIsPassedOver() throws Throwable {
        sessions.then(r -> {
            r.createProject(WorkflowJob.class, "p");
            Files.createDirectories(r.jenkins.getRootDir().toPath().resolve("jobs/p/builds/1"));
        });

        sessions.then(r -> assertThat(build(r)).isNull());
    }

    @Test
    void anEndedBuildStaysAsItIs() throws Throwable {
        sessions.then(r -> {
            WorkflowJob job = r.createProject(WorkflowJob.class, "p");
            job.setDefinition(new CpsFlowDefinition("echo 'once'", true));
            r.buildAndAssertSuccess(job);
        });

        sessions.then(r -> {
            assertThat(build(r).getResult()).isEqualTo(Result.SUCCESS);
            assertThat(build(r).isBuilding()).isFalse();
            assertThat(JenkinsRule.getLog(build(r))).contains("once").doesNotContain("Resuming");
        });
    }
}
