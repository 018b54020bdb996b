package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A build that tunes goes on after a restart of the controller, and takes its training jobs with it when it is stopped. */
class TuningBuildTest {

    @RegisterExtension
    final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

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
    void aRestartInTheMiddleLosesAndDoublesNothing() throws Throwable {
        sessions.then(r -> {
            WorkflowRun build = flow.start(
                    r,
                    flow.pipeline("def tuned = " + Flow.tune(5, "")
                            + "echo \"of ${tuned.trainingJobs.size()}: ${tuned.modelDataUrl}\"\n"));
            r.waitForMessage("InProgress, 0 of 4 training jobs done", build);
        });
        sessions.then(r -> {
            WorkflowRun build = Flow.lastBuild(r);
            r.assertBuildStatusSuccess(r.waitForCompletion(build));

            r.assertLogContains("of 4: s3://clouds-artifacts/models/clouds-1-", build);
            List<String> told = JenkinsRule.getLog(build)
                    .lines()
                    .filter(line -> line.contains(" of 4 training jobs done") || line.startsWith("Tuning job "))
                    .toList();
            assertThat(told).doesNotHaveDuplicates().last().asString().contains("is Completed after");
            assertThat(flow.effects("CreateHyperParameterTuningJob")).isEqualTo(1);
            assertThat(flow.trainingJobs()).hasSize(4);
        });
    }

    @Test
    void aRestartAfterALostAnswerFindsTheTuningJob() throws Throwable {
        flow.aws.faults(Faults.on("sagemaker", "CreateHyperParameterTuningJob")
                .dropAfterEffect()
                .and(Faults.on("sagemaker", "DescribeHyperParameterTuningJob")
                        .nth(2)
                        .always()
                        .dropBeforeEffect()));
        sessions.then(r -> {
            flow.start(r, flow.pipeline(Flow.tune(1, "")));
            flow.await("a lost answer", request -> request.fault().equals("dropAfter"));
        });
        flow.aws.faults(Faults.none());
        sessions.then(r -> {
            r.assertBuildStatusSuccess(r.waitForCompletion(Flow.lastBuild(r)));

            assertThat(flow.effects("CreateHyperParameterTuningJob")).isEqualTo(1);
        });
    }

    @Test
    void anAbortStopsTheTuningJobAndItsTrainingJobs() throws Throwable {
        sessions.then(r -> {
            WorkflowRun build = flow.start(r, flow.pipeline(Flow.tune(5000, "")));
            r.waitForMessage("InProgress, 0 of 4 training jobs done", build);

            build.doStop();

            r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build));
            r.assertLogContains("Stopping: tuning job clouds-1-", build);
            for (String job : flow.trainingJobs()) {
                assertThat(flow.statusOf(job)).isEqualTo("Stopped");
            }
            assertThat(flow.effects("StopHyperParameterTuningJob")).isEqualTo(1);
        });
    }
}
