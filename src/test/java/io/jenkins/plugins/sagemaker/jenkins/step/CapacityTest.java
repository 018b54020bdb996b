package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.sagemaker.jenkins.report.Outcome;
import io.jenkins.plugins.sagemaker.jenkins.report.SageMakerAction;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A Pipeline on a day on which AWS is short of machines. */
@WithJenkins
class CapacityTest {

    private static final String TWO_TYPES = ", instanceTypes: ['ml.p3.2xlarge', 'ml.m5.xlarge']";

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
    void theNextTypeIsTakenAndLogResultAndPageTellWhatWasTried(JenkinsRule r) throws Exception {
        flow.aws.faults(Faults.parse("capacity=ml.p3.2xlarge"));

        WorkflowRun build = flow.start(
                r,
                flow.pipeline("def model = " + withTypes(Flow.train(TWO_TYPES))
                        + "echo \"${model.attempts.size()} attempts, at last ${model.attempts[1].instanceType}\"\n"));

        r.assertBuildStatusSuccess(r.waitForCompletion(build));
        r.assertLogContains("No capacity for training job clouds-1-", build);
        r.assertLogContains("2 attempts, at last ml.m5.xlarge", build);
        assertThat(flow.trainingJobs()).hasSize(2).anyMatch(name -> name.endsWith("-2"));
        assertThat(build.getAction(SageMakerAction.class).getWorks())
                .singleElement()
                .satisfies(work -> {
                    assertThat(work.getOutcome()).isEqualTo(Outcome.SUCCEEDED);
                    assertThat(work.getName()).endsWith("-2");
                    assertThat(work.getDetails()).containsEntry("Instance type", "ml.m5.xlarge");
                });
    }

    @Test
    void ifThereIsNoneTheFailureNamesAllThatWereTried(JenkinsRule r) throws Exception {
        flow.aws.faults(Faults.parse("capacity=ml.p3.2xlarge+ml.m5.xlarge"));

        WorkflowRun build = flow.start(r, flow.pipeline(withTypes(Flow.train(TWO_TYPES + ", capacityRetries: 1"))));

        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(build));
        r.assertLogContains("on ml.p3.2xlarge in a minute.", build);
        r.assertLogContains("-4 failed: CapacityError", build);
        r.assertLogContains("Hint: AWS has no such machines at present", build);
    }

    @Test
    void oneTypeAndSeveralExcludeEachOther(JenkinsRule r) throws Exception {
        WorkflowRun build = flow.start(r, flow.pipeline(Flow.train(TWO_TYPES)));

        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(build));
        r.assertLogContains("sagemakerTrain: give either instanceType or instanceTypes, not both.", build);
        assertThat(flow.trainingJobs()).isEmpty();
    }

    @Test
    void aGateNeedsTheEndOfTheJob(JenkinsRule r) throws Exception {
        WorkflowRun build = flow.start(
                r, flow.pipeline(Flow.train(", wait: false, metricThresholds: ['train:multiclass_accuracy >= 0.5']")));

        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(build));
        r.assertLogContains("metricThresholds judge a job by its end, for which wait: false does not wait", build);
        assertThat(flow.trainingJobs()).isEmpty();
    }

    private static String withTypes(String step) {
        return step.replace(" instanceType: 'ml.m5.large',", "");
    }
}
