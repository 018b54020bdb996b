package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import hudson.console.HyperlinkNote;
import hudson.model.BooleanParameterValue;
import hudson.model.Executor;
import hudson.model.ParametersAction;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.StringParameterValue;
import hudson.model.TaskListener;
import hudson.model.User;
import hudson.model.listeners.RunListener;
import hudson.slaves.EnvironmentVariablesNodeProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import jenkins.model.CauseOfInterruption;
import jenkins.model.InterruptedBuildAction;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class BuildTest {

    @TestExtension
    public static class Story extends RunListener<ProbeJob.ProbeRun> {
        final List<String> events = new ArrayList<>();

        @Override
        public void onStarted(ProbeJob.ProbeRun run, TaskListener listener) {
            events.add("started");
        }

        @Override
        public void onCompleted(ProbeJob.ProbeRun run, TaskListener listener) {
            events.add("completed " + run.getResult());
        }

        @Override
        public void onFinalized(ProbeJob.ProbeRun run) {
            events.add("finalized " + run.isBuilding());
        }
    }

    @Test
    void listenersHearTheStoryOfABuild(JenkinsRule r) throws Exception {
        ProbeJob job = r.createProject(ProbeJob.class, "p")
                .does((run, listener) -> listener.getLogger().println("hello"));

        ProbeJob.ProbeRun run = r.buildAndAssertSuccess(job);

        r.assertLogContains("hello", run);
        assertThat(r.jenkins.getExtensionList(RunListener.class).get(Story.class).events)
                .containsExactly("started", "completed SUCCESS", "finalized false");
    }

    @Test
    void anInterruptedBuildEndsAsAskedAndSaysWhy(JenkinsRule r) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        ProbeJob job = r.createProject(ProbeJob.class, "p").does((run, listener) -> {
            started.countDown();
            new CountDownLatch(1).await();
        });
        var future = job.scheduleBuild2(0);
        started.await();

        Executor executor = future.waitForStart().getExecutor();
        executor.interrupt(Result.ABORTED, new CauseOfInterruption.UserInterruption(User.getById("ann", true)));

        ProbeJob.ProbeRun run = r.assertBuildStatus(Result.ABORTED, future);
        r.assertLogContains("Aborted by ann", run);
        assertThat(run.getAction(InterruptedBuildAction.class).getCauses()).hasSize(1);
        r.waitUntilNoActivity();
        assertThat(run.getExecutor()).isNull();
    }

    @Test
    void consoleNotesAreInvisibleInPlainText(JenkinsRule r) throws Exception {
        ProbeJob job = r.createProject(ProbeJob.class, "p").does((run, listener) -> {
            listener.hyperlink("https://example.com/", "the page");
            listener.getLogger().println(" is " + HyperlinkNote.encodeTo("/here", "here"));
        });

        ProbeJob.ProbeRun run = r.buildAndAssertSuccess(job);

        assertThat(run.getLog(10)).containsExactly("the page is here");
        assertThat(run.getLog()).contains("\u001B[8mha:").hasSizeGreaterThan(100);
        assertThat(JenkinsRule.getLog(run)).isEqualTo("the page is here\n");
    }

    @Test
    void aBuildsEnvironmentHasParametersAndGlobalVariables(JenkinsRule r) throws Exception {
        r.jenkins
                .getGlobalNodeProperties()
                .add(new EnvironmentVariablesNodeProperty(new EnvironmentVariablesNodeProperty.Entry("STAGE", "qa")));
        Run<?, ?> run = r.createFolder("f")
                .createProject(ProbeJob.class, "p")
                .newRun(new ParametersAction(
                        new StringParameterValue("NAME", "n"), new BooleanParameterValue("FAST", true)));

        EnvVars env = run.getEnvironment(TaskListener.NULL);

        assertThat(env)
                .containsEntry("NAME", "n")
                .containsEntry("FAST", "true")
                .containsEntry("STAGE", "qa")
                .containsEntry("JOB_NAME", "f/p")
                .containsEntry("BUILD_NUMBER", "1")
                .containsEntry("BUILD_URL", r.getURL() + "job/f/job/p/1/");
        assertThat(run.getExternalizableId()).isEqualTo("f/p#1");
    }

    @Test
    void aResultOnlyGetsWorse(JenkinsRule r) throws Exception {
        Run<?, ?> run = r.createProject(ProbeJob.class, "p").newRun();
        run.setResult(Result.FAILURE);
        run.setResult(Result.SUCCESS);
        assertThat(run.getResult()).isSameAs(Result.FAILURE);
    }
}
