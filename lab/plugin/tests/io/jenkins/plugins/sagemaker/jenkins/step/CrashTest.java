package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.Result;
import hudson.slaves.EnvironmentVariablesNodeProperty;
import hudson.slaves.EnvironmentVariablesNodeProperty.Entry;
import io.jenkins.plugins.sagemaker.jenkins.report.OutlivingWorkMonitor;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import org.apache.commons.io.FileUtils;
import org.awaitility.Awaitility;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.job.properties.DurabilityHintJobProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Somebody pulls the plug. Only the stand-in can be killed within a test. */
class CrashTest {

    @RegisterExtension
    final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private Flow flow;
    private Path home;

    @BeforeEach
    void startAws() {
        flow = new Flow();
    }

    @AfterEach
    void stopAws() {
        flow.close();
    }

    @Test
    void aDurableBuildGoesOnAfterACrashWithEachLogLineOnce() throws Throwable {
        sessions.labThenCrash(r -> {
            WorkflowRun build = start(r, FlowDurabilityHint.MAX_SURVIVABILITY, Flow.train(""));
            r.waitForMessage("#quality_metric", build);
        });
        sessions.then(r -> {
            WorkflowRun build = Flow.lastBuild(r);
            r.assertBuildStatusSuccess(r.waitForCompletion(build));
            assertThat(flow.effects("CreateTrainingJob")).isEqualTo(1);
            assertThat(Arrays.asList(JenkinsRule.getLog(build).split("\\R")))
                    .containsOnlyOnceElementsOf(flow.logOf(flow.trainingJobs().get(0)));
            awaitNoJournals(r);
        });
    }

    @Test
    void aCrashInTheMiddleOfALongLogLosesAndDoublesNoLine() throws Throwable {
        flow.aws.faults(Faults.parse("latency=40ms,operations=GetLogEvents"));
        List<String> lines = new ArrayList<>();
        sessions.labThenCrash(r -> {
            WorkflowRun build = start(r, FlowDurabilityHint.MAX_SURVIVABILITY, Flow.longTraining(""));
            r.waitForMessage("Training - ", build);
            lines.addAll(flow.chatter(flow.trainingJobs().get(0), 20_000));
            r.waitForMessage("[algo-2] line 006000", build);
        });
        flow.aws.faults(Faults.none());
        sessions.then(r -> {
            WorkflowRun build = Flow.lastBuild(r);
            r.waitForMessage("[algo-2] line 019999", build);
            flow.stopFromOutside(flow.trainingJobs().get(0));
            r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(build));
            assertThat(JenkinsRule.getLog(build).lines().filter(line -> line.startsWith("[algo-2] ")))
                    .containsExactlyElementsOf(lines);
        });
    }

    @Test
    void aBuildThatCannotGoOnLeavesNoJobRunning() throws Throwable {
        sessions.labThenCrash(r -> {
            WorkflowRun build = start(r, FlowDurabilityHint.PERFORMANCE_OPTIMIZED, Flow.longTraining(""));
            r.waitForMessage("Training - ", build);
            flow.chatter(flow.trainingJobs().get(0), 50);
        });
        try (var log = new LogRecorder().record(Obituary.class, Level.WARNING).capture(100)) {
            sessions.then(this::theJobIsStoppedAndTheBuildTold);
            String job = flow.trainingJobs().get(0);
            assertThat(log.getMessages())
                    .as("the lines of the job are in the build's log only")
                    .hasSize(2)
                    .anyMatch(line -> line.startsWith("training job " + job + " has outlived its build clouds#1"))
                    .contains("clouds#1: training job " + job + ": stopped");
        }
    }

    private void theJobIsStoppedAndTheBuildTold(JenkinsRule r) throws Exception {
        WorkflowRun build = Flow.lastBuild(r);
        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(build));
        String job = flow.trainingJobs().get(0);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> flow.statusOf(job).equals("Stopped"));
        awaitNoJournals(r);
        r.assertLogContains("Stopping: training job " + job, build);
        r.assertLogContains("[algo-2] line 000049", build);
        assertThat(flow.effects("StopTrainingJob")).isEqualTo(1);
    }

    @Test
    void aJournalThatCannotBeReadStandsInTheWayOfNoOther() throws Throwable {
        crashDuring(Flow.longTraining(""));
        Path journals = home.resolve("sagemaker-steps/operations");
        Files.writeString(journals.resolve("0-0.journal"), "no journal");
        Files.write(journals.resolve("f-f.journal"), new byte[0]);
        sessions.then(r -> {
            awaitStopped();
            r.assertLogContains("Stopping: training job " + flow.trainingJobs().get(0), Flow.lastBuild(r));
            assertThat(journals.resolve("0-0.journal")).exists();
        });
    }

    @Test
    void whatADeletedBuildHasLeftIsStoppedWithWhatTheAdministratorHasSet() throws Throwable {
        crashDuring(Flow.longTraining(""));
        FileUtils.deleteDirectory(home.resolve("jobs/clouds/builds/1").toFile());
        sessions.then(r -> {
            awaitStopped();
            awaitNoJournals(r);
        });
    }

    @Test
    void whatADeletedBuildHasLeftIsReportedIfOnlyTheBuildHadTheCredentials() throws Throwable {
        crashDuring(Flow.longTraining(", credentialsId: 'aws'"));
        FileUtils.deleteDirectory(home.resolve("jobs/clouds/builds/1").toFile());
        try (var log = new LogRecorder().record(Obituary.class, Level.WARNING).capture(10)) {
            sessions.then(r -> {
                awaitNoJournals(r);
                String job = flow.trainingJobs().get(0);
                assertThat(log.getMessages())
                        .anyMatch(line ->
                                line.contains("training job " + job + " has outlived its build clouds#1: https://")
                                        && line.endsWith("#/jobs/" + job))
                        .anyMatch(line -> line.contains("the right to use the AWS credentials aws"))
                        .anyMatch(line ->
                                line.contains("Whether training job " + job + " goes on remotely is not known"));
                assertThat(flow.statusOf(job)).isEqualTo("InProgress");
                assertThat(OutlivingWorkMonitor.get().getWorks())
                        .singleElement()
                        .satisfies(work -> {
                            assertThat(work.getBuild()).isEqualTo("clouds#1");
                            assertThat(work.getName()).isEqualTo("training job " + job);
                            assertThat(work.getState()).contains("goes on remotely is not known");
                        });
            });
        }
    }

    @Test
    void whatADeletedBuildWantsLeftIsLeftWithoutAskingForCredentials() throws Throwable {
        crashDuring(Flow.longTraining(", credentialsId: 'aws', onAbort: 'LEAVE'"));
        FileUtils.deleteDirectory(home.resolve("jobs/clouds/builds/1").toFile());
        try (var log = new LogRecorder().record(Obituary.class, Level.WARNING).capture(10)) {
            sessions.then(r -> {
                awaitNoJournals(r);
                String left =
                        "Left as it is: training job " + flow.trainingJobs().get(0);
                assertThat(log.getMessages()).anyMatch(line -> line.contains(left));
                assertThat(OutlivingWorkMonitor.get().getWorks())
                        .singleElement()
                        .satisfies(work -> assertThat(work.getState()).isEqualTo(left));
            });
        }
    }

    private void crashDuring(String training) throws Throwable {
        sessions.labThenCrash(r -> {
            home = r.jenkins.getRootDir().toPath();
            SystemCredentialsProvider.getInstance()
                    .getCredentials()
                    .add(new AWSCredentialsImpl(CredentialsScope.GLOBAL, "aws", "test", "test", ""));
            WorkflowRun build = start(r, FlowDurabilityHint.PERFORMANCE_OPTIMIZED, training);
            r.waitForMessage("Training - ", build);
        });
    }

    private void awaitStopped() throws Exception {
        String job = flow.trainingJobs().get(0);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> flow.statusOf(job).equals("Stopped"));
    }

    private WorkflowRun start(JenkinsRule r, FlowDurabilityHint hint, String steps) throws Exception {
        r.jenkins
                .getGlobalNodeProperties()
                .add(new EnvironmentVariablesNodeProperty(
                        new Entry("AWS_ACCESS_KEY_ID", "test"), new Entry("AWS_SECRET_ACCESS_KEY", "test")));
        WorkflowJob job = r.createProject(WorkflowJob.class, "clouds");
        job.addProperty(new DurabilityHintJobProperty(hint));
        job.setDefinition(new CpsFlowDefinition(flow.pipeline(steps), true));
        return job.scheduleBuild2(0).waitForStart();
    }

    private static void awaitNoJournals(JenkinsRule r) {
        Path folder = r.jenkins.getRootDir().toPath().resolve("sagemaker-steps/operations");
        Awaitility.await("no journals").atMost(Duration.ofSeconds(30)).until(() -> {
            try (var files = Files.list(folder)) {
                return files.findAny().isEmpty();
            }
        });
    }
}
