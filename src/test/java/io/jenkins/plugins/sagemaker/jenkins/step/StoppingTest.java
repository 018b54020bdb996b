package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.console.ConsoleNote;
import hudson.model.Result;
import io.jenkins.plugins.sagemaker.jenkins.report.Outcome;
import io.jenkins.plugins.sagemaker.jenkins.report.OutlivingWorkMonitor;
import io.jenkins.plugins.sagemaker.jenkins.report.SageMakerAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Whoever stops a build, whatever stops it: what it has running in AWS is stopped too, unless the step says to leave it. */
@WithJenkins
class StoppingTest {

    private Flow flow;

    @BeforeEach
    void startAws() {
        flow = new Flow();
    }

    @AfterEach
    void stopAws() {
        flow.close();
    }

    @Test
    void anAbortStopsTheTrainingJob(JenkinsRule r) throws Exception {
        WorkflowRun build = flow.start(r, flow.pipeline(Flow.longTraining("")));
        r.waitForMessage("Training - ", build);

        build.doStop();

        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build));
        assertThat(flow.statusOf(flow.trainingJobs().get(0))).isEqualTo("Stopped");
        r.assertLogContains("Stopping: training job clouds-1-", build);
    }

    @Test
    void anAbortLeavesTheTrainingJobIfTheStepSaysSo(JenkinsRule r) throws Exception {
        WorkflowRun build = flow.start(r, flow.pipeline(Flow.train(", onAbort: 'LEAVE'")));
        r.waitForMessage("Training - ", build);

        build.doStop();

        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build));
        String job = flow.trainingJobs().get(0);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> flow.statusOf(job).equals("Completed"));
        assertThat(flow.effects("StopTrainingJob")).isZero();
        r.assertLogContains("Left as it is: training job " + job, build);
    }

    @Test
    void theTimeoutStepStopsTheTrainingJob(JenkinsRule r) throws Exception {
        WorkflowRun build =
                flow.start(r, flow.pipeline("timeout(time: 3, unit: 'SECONDS') {\n" + Flow.longTraining("") + "}\n"));

        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build));
        assertThat(flow.statusOf(flow.trainingJobs().get(0))).isEqualTo("Stopped");
    }

    @Test
    void theStepsOwnTimeoutStopsTheTrainingJobAndFailsTheBuild(JenkinsRule r) throws Exception {
        WorkflowRun build = flow.start(r, flow.pipeline(Flow.longTraining(", timeoutMinutes: 5")));

        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(build));
        String job = flow.trainingJobs().get(0);
        assertThat(flow.statusOf(job)).isEqualTo("Stopped");
        r.assertLogContains("training job " + job + " has taken longer than 5 minutes", build);
    }

    @Test
    void aBranchThatFailsStopsTheTrainingJobOfItsNeighbour(JenkinsRule r) throws Exception {
        WorkflowRun build = flow.start(
                r,
                flow.pipeline("parallel failFast: true, train: {\n" + Flow.longTraining("") + "}, other: {\n"
                        + "  input id: 'Fail', message: 'ready to fail?'\n  error 'on purpose'\n}\n"));
        r.waitForMessage("Training - ", build);

        Flow.approve(build);

        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(build));
        assertThat(flow.statusOf(flow.trainingJobs().get(0))).isEqualTo("Stopped");
    }

    @Test
    void aBuildThatRunsCannotBeDeletedAndGoesOn(JenkinsRule r) throws Exception {
        WorkflowRun build = flow.start(r, flow.pipeline(Flow.longTraining("")));
        r.waitForMessage("Training - ", build);

        assertThatIOException().isThrownBy(build::delete).withMessageContaining("still running");

        assertThat(flow.statusOf(flow.trainingJobs().get(0))).isEqualTo("InProgress");
        build.doStop();
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build));
    }

    @Test
    void theDeletionOfTheJobStopsTheTrainingJob(JenkinsRule r) throws Exception {
        WorkflowRun build = flow.start(r, flow.pipeline(Flow.longTraining("")));
        r.waitForMessage("Training - ", build);

        build.getParent().delete();

        String job = flow.trainingJobs().get(0);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> flow.statusOf(job).equals("Stopped"));
        assertThat(r.jenkins.getItem("clouds")).isNull();
    }

    @Test
    void aJobThatIsStoppedByHandIsASuccessIfTheStepTakesItsModel(JenkinsRule r) throws Exception {
        WorkflowRun build = flow.start(
                r,
                flow.pipeline("def model = " + Flow.longTraining(", treatStoppedAsSuccess: true")
                        + "echo \"${model.status} with ${model.modelDataUrl}\"\n"));
        r.waitForMessage("#quality_metric", build);

        flow.stopFromOutside(flow.trainingJobs().get(0));

        r.assertBuildStatusSuccess(r.waitForCompletion(build));
        r.assertLogContains("Stopped with s3://clouds-artifacts/models/", build);
    }

    @Test
    void whatABuildHasDoneAndHowItEndedStandsOnItsPage(JenkinsRule r) throws Exception {
        WorkflowRun build = flow.start(r, flow.pipeline(Flow.longTraining("")));
        r.waitForMessage("Training - ", build);
        build.doStop();
        r.waitForCompletion(build);

        assertThat(build.getAction(SageMakerAction.class).getWorks())
                .singleElement()
                .satisfies(work -> {
                    assertThat(work.getName())
                            .isEqualTo("training job " + flow.trainingJobs().get(0));
                    assertThat(work.getOutcome()).isEqualTo(Outcome.STOPPED);
                    assertThat(work.getUrl())
                            .endsWith("#/jobs/" + flow.trainingJobs().get(0));
                });
    }

    @Test
    void anAbortLeavesAJobThatTheStepHasOnlyAttachedToUnlessItSaysOtherwise(JenkinsRule r) throws Exception {
        abortWhileItTrains(r, "owner", ", onAbort: 'LEAVE'");
        assertThat(flow.statusOf("shared")).isEqualTo("InProgress");

        WorkflowRun attached = abortWhileItTrains(r, "attached", ", actionIfJobExists: 'attach'");
        r.assertLogContains("Watching what was there already and has this name: training job shared", attached);
        r.assertLogContains("Left as it is: training job shared", attached);
        assertThat(flow.statusOf("shared")).isEqualTo("InProgress");

        abortWhileItTrains(r, "stopping", ", actionIfJobExists: 'attach', onAbort: 'STOP'");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> flow.statusOf("shared").equals("Stopped"));
        assertThat(flow.effects("CreateTrainingJob")).isEqualTo(1);
    }

    private WorkflowRun abortWhileItTrains(JenkinsRule r, String name, String more) throws Exception {
        WorkflowRun build =
                flow.start(r, name, flow.pipeline(Flow.longestTraining(", trainingJobName: 'shared'" + more)));
        r.waitForMessage("Training - ", build);
        build.doStop();
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build));
        return build;
    }

    @Test
    void theJobIsALinkInTheConsole(JenkinsRule r) throws Exception {
        WorkflowRun build = flow.start(r, flow.pipeline(Flow.longTraining("")));
        r.waitForMessage("Training - ", build);
        build.doStop();
        r.waitForCompletion(build);

        String job = flow.trainingJobs().get(0);
        String raw = new String(build.getLogInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(raw.lines()
                        .filter(line -> ConsoleNote.removeNotes(line).startsWith("Training job " + job + ": https://")))
                .singleElement()
                .asString()
                .startsWith(ConsoleNote.PREAMBLE_STR);
    }

    @Test
    void aJobThatSomebodyElseStopsIsNoSuccess(JenkinsRule r) throws Exception {
        WorkflowRun build = flow.start(r, flow.pipeline(Flow.longTraining("")));
        r.waitForMessage("Training - ", build);
        String job = flow.trainingJobs().get(0);

        flow.stopFromOutside(job);

        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(build));
        r.assertLogContains("Training job " + job + " was stopped, not by this build", build);
    }

    @Test
    void aHardKillOfTheBuildStopsTheTrainingJobAllTheSame(JenkinsRule r) throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new AWSCredentialsImpl(CredentialsScope.GLOBAL, "aws", "test", "test", ""));
        WorkflowRun build = flow.start(r, flow.pipeline(Flow.longTraining(", credentialsId: 'aws'")));
        r.waitForMessage("Training - ", build);

        build.doKill();

        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build));
        String job = flow.trainingJobs().get(0);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> flow.statusOf(job).equals("Stopped"));
        r.assertLogContains("training job " + job + " has outlived its build clouds#1: https://", build);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> build.getAction(SageMakerAction.class) != null);
        assertThat(build.getAction(SageMakerAction.class).getWorks())
                .singleElement()
                .satisfies(work -> {
                    assertThat(work.isOutlived()).isTrue();
                    assertThat(work.getOutcome()).isEqualTo(Outcome.STOPPED);
                });
        assertThat(OutlivingWorkMonitor.get().isActivated()).isFalse();
        assertThat(flow.effects("StopTrainingJob")).isEqualTo(1);
    }
}
