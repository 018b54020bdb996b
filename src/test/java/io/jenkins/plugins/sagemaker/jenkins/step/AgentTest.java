package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Label;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The files are on an agent, which is another process, and may go away. */
@WithJenkins
class AgentTest {

    private static final String FAR = "far";

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
    void allStepsWorkOnAnAgent(JenkinsRule r) throws Exception {
        DumbSlave agent = r.createOnlineSlave(Label.get(FAR));

        WorkflowRun build = flow.start(r, flow.wholePipelineOn(FAR));
        Flow.approve(build);

        r.assertBuildStatusSuccess(r.waitForCompletion(build));
        r.assertLogContains("Running on " + agent.getNodeName(), build);
        assertThat(flow.effects("CreateTrainingJob")).isEqualTo(1);
    }

    @Test
    void anAgentThatGoesAwayDuringAnUploadIsWaitedFor(JenkinsRule r) throws Exception {
        DumbSlave agent = r.createOnlineSlave(Label.get(FAR));
        flow.aws.faults(Faults.on("s3", "PutObject").always().latency(Duration.ofMinutes(5)));
        WorkflowRun build = flow.start(r, flow.pipelineOn(FAR, Flow.train("")));
        flow.await(
                "the look that precedes an upload",
                request -> request.operation().equals("ListObjectsV2"));

        disconnect(r, agent);
        r.waitForMessage("Trying again: ", build);
        assertThat(build.isBuilding()).isTrue();
        flow.aws.faults(Faults.none());
        agent.toComputer().connect(false).get();
        r.waitOnline(agent);

        r.assertBuildStatusSuccess(r.waitForCompletion(build));
        assertThat(flow.effects("CreateTrainingJob")).isEqualTo(1);
    }

    @Test
    void anAgentThatIsAwayWhileAJobTrainsIsNotMissed(JenkinsRule r) throws Exception {
        DumbSlave agent = r.createOnlineSlave(Label.get(FAR));
        WorkflowRun build = flow.start(r, flow.pipelineOn(FAR, Flow.train("")));
        r.waitForMessage("#quality_metric", build);

        disconnect(r, agent);

        r.assertBuildStatusSuccess(r.waitForCompletion(build));
        r.assertLogNotContains("Trying again: ", build);
    }

    @Test
    void whatNeedsAnAgentThatIsAwayCanBeAborted(JenkinsRule r) throws Exception {
        DumbSlave agent = r.createOnlineSlave(Label.get(FAR));
        WorkflowRun build = flow.start(
                r, flow.pipelineOn(FAR, "input id: 'Lint', message: 'lint?'\ncfnNag(inputPath: 'templates')\n"));
        Flow.awaitQuestion(build);
        disconnect(r, agent);
        Flow.approve(build);
        r.waitForMessage("Trying again: The agent " + agent.getNodeName() + " is offline", build);

        build.doStop();

        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build));
    }

    @Test
    void aTemplateIsCheckedOnceTheAgentIsBack(JenkinsRule r) throws Exception {
        DumbSlave agent = r.createOnlineSlave(Label.get(FAR));
        WorkflowRun build = flow.start(
                r, flow.pipelineOn(FAR, "input id: 'Lint', message: 'lint?'\ncfnNag(inputPath: 'templates')\n"));
        Flow.awaitQuestion(build);
        disconnect(r, agent);
        Flow.approve(build);
        r.waitForMessage("Trying again: ", build);

        agent.toComputer().connect(false).get();
        r.waitOnline(agent);

        r.assertBuildStatusSuccess(r.waitForCompletion(build));
        r.assertLogContains("cfnNag: 1 template, 0 failures", build);
    }

    private static void disconnect(JenkinsRule r, DumbSlave agent) throws Exception {
        r.disconnectSlave(agent);
        Awaitility.await().until(() -> agent.toComputer().isOffline());
    }
}
