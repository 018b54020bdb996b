package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A controller that is restarted in the middle of a delivery goes on where it was. */
class RestartTest {

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

    /** Brings a build to the moment at which the controller is restarted. */
    private interface Moment {
        void come(JenkinsRule r, WorkflowRun build) throws Exception;
    }

    @Test
    void afterTheNameIsFixedAndBeforeTheJobIsCreated() throws Throwable {
        flow.aws.faults(Faults.on("sagemaker", "CreateTrainingJob").always().dropBeforeEffect());

        restartAt((r, build) ->
                flow.await("a lost request", request -> request.fault().equals("dropBefore")));
    }

    @Test
    void rightAfterTheJobIsCreated() throws Throwable {
        flow.aws.faults(Faults.on("sagemaker", "CreateTrainingJob")
                .dropAfterEffect()
                .and(Faults.on("sagemaker", "DescribeTrainingJob")
                        .nth(2)
                        .always()
                        .dropBeforeEffect()));

        restartAt((r, build) ->
                flow.await("a lost answer", request -> request.fault().equals("dropAfter")));
    }

    @Test
    void duringTheTraining() throws Throwable {
        restartAt((r, build) -> r.waitForMessage("#quality_metric", build));
    }

    @Test
    void duringTheStackUpdate() throws Throwable {
        restartAt((r, build) -> r.waitForMessage("CREATE_IN_PROGRESS  Endpoint", build));
    }

    @Test
    void duringTheEndpointTest() throws Throwable {
        flow.aws.faults(
                Faults.on("sagemaker", "InvokeEndpoint").nth(20).always().dropBeforeEffect());

        restartAt((r, build) ->
                flow.await("a lost invocation", request -> request.fault().equals("dropBefore")));
    }

    @Test
    void whileItWaitsForApproval() throws Throwable {
        restartAt((r, build) -> Flow.awaitQuestion(build));
    }

    @Test
    void inTheMiddleOfALongLog() throws Throwable {
        // Slow enough for a restart while it is being read.
        flow.aws.faults(Faults.parse("latency=40ms,operations=GetLogEvents"));
        List<String> lines = new ArrayList<>();
        sessions.then(r -> {
            WorkflowRun build = flow.start(r, flow.pipeline(Flow.longestTraining(", logLines: 0")));
            r.waitForMessage("#quality_metric", build); // there is a log group once something has been logged
            lines.addAll(flow.chatter(flow.trainingJobs().get(0), 100_000));
            awaitLine("[algo-2] line 030000", build);
        });
        flow.aws.faults(Faults.none());
        sessions.then(r -> {
            WorkflowRun build = Flow.lastBuild(r);
            assertThat(log(build)).doesNotContain("[algo-2] line 099999");
            awaitLine("[algo-2] line 099999", build);
            flow.stopFromOutside(flow.trainingJobs().get(0));
            r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(build));

            assertThat(JenkinsRule.getLog(build).lines().filter(line -> line.startsWith("[algo-2] ")))
                    .containsExactlyElementsOf(lines);
        });
    }

    /** Of a build that runs, Jenkins' own test classes see the first ten thousand lines only. */
    private static String log(WorkflowRun build) throws IOException {
        var text = new StringWriter();
        try (Reader reader = build.getLogReader()) {
            reader.transferTo(text);
        }
        return text.toString();
    }

    private static void awaitLine(String line, WorkflowRun build) {
        await().atMost(Duration.ofMinutes(2)).until(() -> log(build).contains(line));
    }

    private void restartAt(Moment moment) throws Throwable {
        sessions.then(r -> moment.come(r, flow.start(r, flow.wholePipeline())));
        flow.aws.faults(Faults.none());
        sessions.then(r -> {
            WorkflowRun build = Flow.lastBuild(r);
            Flow.approve(build);
            r.assertBuildStatusSuccess(r.waitForCompletion(build));

            assertThat(flow.trainingJobs()).hasSize(1);
            assertThat(flow.effects("CreateTrainingJob")).isEqualTo(1);
            assertThat(flow.effects("ExecuteChangeSet")).isEqualTo(2);
            List<String> log = Arrays.asList(JenkinsRule.getLog(build).split("\\R"));
            assertThat(log)
                    .containsOnlyOnceElementsOf(flow.logOf(flow.trainingJobs().get(0)));
            assertThat(log.stream().filter(line -> line.matches("\\d\\d:\\d\\d:\\d\\dZ?  \\S+_COMPLETE .*")))
                    .hasSize(2 * 4)
                    .doesNotHaveDuplicates();
            assertThat(log.stream().filter(line -> line.matches(".*: (Starting|Training|Uploading|Completed) - .*")))
                    .hasSizeBetween(4, 5) // the message of a status may change while it lasts
                    .doesNotHaveDuplicates();
            assertThat(log.stream().filter(line -> line.matches("Endpoint \\S+: all .* checks passed")))
                    .hasSize(2);
        });
    }
}
