package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.sagemaker.deployment.TrainedModels;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Channels from the workspace, on their way to S3. */
@WithJenkins
class UploadTest {

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
    void anUploadWhoseSignatureHasExpiredIsSignedAnew(JenkinsRule r) throws Exception {
        flow.aws.faults(Faults.on("s3", "PutObject").error(new AwsError(403, "AccessDenied", "Request has expired")));

        WorkflowRun build = flow.start(r, flow.pipeline(Flow.train("")));

        r.assertBuildStatusSuccess(r.waitForCompletion(build));
        assertThat(flow.effects("PutObject")).isEqualTo(1);
    }

    @Test
    void aFileThatChangesWhileItIsSentFailsWithASentence(JenkinsRule r) throws Exception {
        flow.aws.faults(Faults.on("s3", "PutObject")
                .error(new AwsError(400, "BadDigest", "The SHA256 you specified did not match what we received.")));

        WorkflowRun build = flow.start(r, flow.pipeline(Flow.train("")));

        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(build));
        r.assertLogContains("ERROR: The file train/data.csv changed while it was sent", build);
        assertThat(flow.trainingJobs()).isEmpty();
    }

    @Test
    void channelsGoBesideTheOutputThatOnlyTheRequestNames(JenkinsRule r) throws Exception {
        WorkflowRun build = flow.start(
                r,
                flow.pipeline(
                        "sagemakerTrain(trainingImage: '" + TrainedModels.IMAGE + "', roleArn: '"
                                + TrainedModels.ROLE
                                + "', requestJson: '{\"OutputDataConfig\": {\"S3OutputPath\": \"s3://" + Flow.BUCKET
                                + "/elsewhere/\"}}', channels: [channel(channelName: 'train', path: 'train', contentType: 'text/csv')],"
                                + " hyperParameters: [predictor_type: 'multiclass_classifier', num_classes: 3, mini_batch_size: 20, epochs: 5])\n"));

        r.assertBuildStatusSuccess(r.waitForCompletion(build));
        r.assertLogContains("at s3://" + Flow.BUCKET + "/elsewhere/channels/train/", build);
    }
}
