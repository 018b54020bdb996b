package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A user's mistake gets a sentence that tells what is wrong, and no stack trace. */
@WithJenkins
class ArgumentErrorsTest {

    private Flow flow;

    @BeforeEach
    void startAws() {
        flow = new Flow();
    }

    @AfterEach
    void stopAws() {
        flow.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sagemakerTrain(roleArn: 'r', s3OutputPath: 's3://bucket/p')                                        | sagemakerTrain: give either trainingImage (a container image) or algorithmName
            sagemakerTrain(trainingImage: 'i', roleArn: 'r', s3OutputPath: 'b/p')| s3OutputPath must be a location in S3
            sagemakerTrain(trainingImage: 'i', s3OutputPath: 's3://bucket/p')                                  | sagemakerTrain: the argument roleArn is missing
            sagemakerTrain(trainingImage: 'i', roleArn: 'r', s3OutputPath: 's3://bucket/p', timeoutMinutes: -1)| timeoutMinutes must be 0 (no limit) or more, not -1
            sagemakerTrain(trainingImage: 'i', roleArn: 'r', s3OutputPath: 's3://bucket/p', trainingJobName: 'a_b')| the trainingJobName must be 1 to 63 letters, digits and hyphens
            sagemakerTrain(trainingImage: 'i', roleArn: 'r', s3OutputPath: 's3://bucket/p', metricThresholds: ['accuracy'])| accuracy
            sagemakerTrain(trainingImage: 'i', roleArn: 'r', s3OutputPath: 's3://bucket/p', channels: [channel(channelName: 'train', path: 'nowhere')])| nowhere
            sagemakerTrain(trainingImage: 'i', roleArn: 'r', s3OutputPath: 's3://bucket/p', channels: [channel(channelName: 'train', path: '/etc')])| leads out of the workspace
            cfnNag(inputPath: 'nowhere')                                                                  | nowhere
            cfnNag(inputPath: '../..')                                                                    | outside
            deploySageMakerEndpoint(stackName: '1x', endpointName: 'e')                                   | stackName
            deploySageMakerEndpoint(stackName: 'x', endpointName: 'e', templateFile: 'none.yaml')         | none.yaml
            invokeEndpointTest(endpointName: 'none', cases: [endpointCase(name: 'a', body: '1')])         | none
            invokeEndpointTest(endpointName: 'e', dataset: 'unseen.csv', metricThresholds: ['x'])         | x
            """)
    void aMistakeIsNamed(String step, String sentence, JenkinsRule r) throws Exception {
        WorkflowRun build = flow.start(r, flow.pipeline(step + "\n"));

        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(build));
        assertThat(JenkinsRule.getLog(build).lines().filter(line -> line.startsWith("ERROR: ")))
                .as(JenkinsRule.getLog(build))
                .singleElement()
                .asString()
                .contains(sentence);
        r.assertLogNotContains("\tat ", build);
    }
}
