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
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sagemakerTrain(roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p') | Nothing says what is trained: give algorithm
            sagemakerTrain(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 'b/p') | s3OutputPath (OutputDataConfig.S3OutputPath) is 'b/p', but must be a location in S3
            sagemakerTrain(trainingImage: 'i', s3OutputPath: 's3://clouds-artifacts/p') | roleArn (RoleArn) is missing
            sagemakerTrain(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p', timeoutMinutes: -1) | timeoutMinutes must be 0 (no limit) or more, not -1
            sagemakerTrain(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p', trainingJobName: 'a_b') | trainingJobName (TrainingJobName) is 'a_b', but must be letters, digits and hyphens
            sagemakerTrain(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p', metricThresholds: ['accuracy']) | accuracy
            sagemakerTrain(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p', thresholdResult: 'ABORTED') | thresholdResult must be FAILURE or UNSTABLE, not: ABORTED
            sagemakerTrain(trainingImage: 'i', algorithm: 'pca', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p') | Give either algorithm (one of SageMaker's own by name) or trainingImage
            sagemakerTrain(algorithm: 'xgbost:1.7-1', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p') | SageMaker has no algorithm xgbost of its own: did you mean xgboost?
            sagemakerTrain(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p', metricDefinitions: 'accuracy') | must be a map of names and
            sagemakerTrain(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p', requestFile: 'none.json') | There is no file none.json in the workspace
            sagemakerTrain(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p', channels: [channel(channelName: 'train', path: 'nowhere')]) | nowhere
            sagemakerTrain(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p', channels: [channel(channelName: 'train', path: '/etc')]) | leads out of the workspace
            sagemakerTrain(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p', capacityRetries: -1) | sagemakerTrain: capacityRetries must be from 0 to 100, not -1.
            sagemakerTrain(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p', logLines: -1) | sagemakerTrain: logLines must be from 0
            sagemakerTrain(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p', actionIfJobExists: 'ATTACH') | actionIfJobExists must be fail, timestamp or attach, not: ATTACH
            sagemakerTune(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p', objectiveMetricName: 'm', parameterRanges: [integer(name: 'n', minValue: 2, maxValue: 1)])| The range of n has a minValue of 2, which is more than its maxValue of 1.
            sagemakerTune(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p', requestJson: '{"TrainingJobDefinitions": []}')| run one sagemakerTune for each in parallel
            sagemakerTune(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p', objectiveMetricName: 'm', thresholdResult: 'NO', autotune: true)| thresholdResult must be FAILURE or UNSTABLE, not: NO
            sagemakerTrain(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p', sourceDir: 'code') | sourceDir and dependencies want an entryPoint
            sagemakerTrain(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://clouds-artifacts/p', entryPoint: 'train.py') | There is no file train.py in the workspace
            sagemakerTrain(trainingImage: 'i', roleArn: 'arn:aws:iam::123456789012:role/r', s3OutputPath: 's3://no-such-bucket-of-ours/p') | There is no bucket no-such-bucket-of-ours in S3, which OutputDataConfig.S3OutputPath names
            cfnNag(inputPath: 'nowhere')                                                                  | nowhere
            cfnNag(inputPath: 'templates', packs: ['sagemakr'])                                           | There is no pack of rules called 'sagemakr'
            cfnNag(inputPath: 'templates', rulesFile: 'none.yaml')                                        | correct rulesFile
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
