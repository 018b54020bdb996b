package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import java.util.Arrays;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** An AWS that throttles, fails and loses answers costs time, and nothing else. */
@WithJenkins
class FaultsTest {

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
    void aFlowThroughABadDayOfAwsLosesAndDoublesNothing(JenkinsRule r) throws Exception {
        flow.aws.faults(Faults.parse("throttle=0.3,error500=0.05,dropAfter=0.02,seed=11"));

        WorkflowRun build = flow.start(r, flow.wholePipeline());
        Flow.approve(build);
        r.assertBuildStatusSuccess(r.waitForCompletion(build));

        assertThat(flow.aws.requests()).anyMatch(request -> request.fault().equals("throttle"));
        assertThat(flow.aws.requests()).anyMatch(request -> request.fault().equals("dropAfter"));
        flow.aws.faults(Faults.none());
        assertThat(flow.trainingJobs()).hasSize(1);
        assertThat(flow.effects("CreateTrainingJob")).isEqualTo(1);
        assertThat(flow.effects("ExecuteChangeSet")).isEqualTo(2);
        List<String> log = Arrays.asList(JenkinsRule.getLog(build).split("\\R"));
        assertThat(log)
                .containsOnlyOnceElementsOf(flow.logOf(flow.trainingJobs().get(0)));
    }
}
