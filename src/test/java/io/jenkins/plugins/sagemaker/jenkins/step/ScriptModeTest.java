package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.sagemaker.deployment.TrainedModels;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A program of the workspace trains in a framework container. */
@WithJenkins
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The program is a shell script.")
class ScriptModeTest {

    private Flow flow;

    @BeforeEach
    void startAws() {
        flow = new Flow();
    }

    @AfterEach
    void stopAws() {
        flow.close();
    }

    private static String train(String code) {
        return "sagemakerTrain(baseJobName: 'clouds', algorithm: 'pytorch:2.8', roleArn: '" + TrainedModels.ROLE
                + "', s3OutputPath: 's3://" + Flow.BUCKET + "/models', " + code
                + ", channels: [channel(channelName: 'train', path: 'train')],"
                + " metricDefinitions: ['validation:accuracy': 'accuracy=([0-9.]+)'],"
                + " metricThresholds: ['validation:accuracy >= 0.9'])\n";
    }

    @Test
    void whatTheProgramWritesIsTheModelAndItsMetricsAreJudged(JenkinsRule r) throws Exception {
        WorkflowRun build = flow.start(r, flow.pipeline("""
                            writeFile file: 'code/train.sh', text: '. ./lib/measure.sh; cp "$SM_CHANNEL_TRAIN/data.csv" "$SM_MODEL_DIR/"'
                            writeFile file: 'lib/measure.sh', text: 'echo accuracy=0.95'
                            def once = %s
                            def twice = %s
                            echo "model at ${once.modelDataUrl}, ${twice.metrics['validation:accuracy']}"
                        """.formatted(
                        train("sourceDir: 'code', entryPoint: 'train.sh', dependencies: ['lib']"),
                        train("sourceDir: 'code', entryPoint: 'train.sh', dependencies: ['lib']"))));

        r.assertBuildStatusSuccess(r.waitForCompletion(build));
        r.assertLogContains("Source code: 2 files (", build);
        r.assertLogContains("/models/channels/source/", build);
        r.assertLogContains("/sourcedir.tar.gz, there already", build);
        r.assertLogContains("threshold met: validation:accuracy >= 0.9", build);
        assertThat(flow.aws.objects().list(Flow.BUCKET, "models/channels/source/"))
                .hasSize(1);
    }

    @Test
    void anEntryPointThatIsNotThereIsASentenceBeforeAnythingRuns(JenkinsRule r) throws Exception {
        WorkflowRun build = flow.start(
                r,
                flow.pipeline("writeFile file: 'code/train.sh', text: ''\n"
                        + train("sourceDir: 'code', entryPoint: 'trian.sh'")));

        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(build));
        r.assertLogContains(
                "ERROR: There is no entryPoint trian.sh in the sourceDir code: did you mean train.sh?", build);
        assertThat(flow.trainingJobs()).isEmpty();
    }
}
