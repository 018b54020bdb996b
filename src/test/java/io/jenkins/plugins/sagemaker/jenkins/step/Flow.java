package io.jenkins.plugins.sagemaker.jenkins.step;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.deployment.TrainedModels;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.lab.aws.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;
import org.jvnet.hudson.test.JenkinsRule;

/**
 * The whole way of a model, from a small table to production, on a local AWS whose time passes two hundred times as fast, and that of the steps
 * with it. Outlives the controllers that work with it.
 */
final class Flow implements AutoCloseable {

    static final String BUCKET = "clouds-artifacts";
    private static final String REGION = "eu-central-1";
    private static final String ACCOUNT = "123456789012";
    private static final String LOG_GROUP = "/aws/sagemaker/TrainingJobs";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SPEED = 200;
    private static final String TIME_SCALE = "io.jenkins.plugins.sagemaker.timeScale";

    final LocalAws aws = LocalAws.builder().speed(SPEED).programs(true).start();

    Flow() {
        System.setProperty(TIME_SCALE, String.valueOf(SPEED));
        aws.objects().createBucket(ACCOUNT, REGION, BUCKET);
    }

    /** Steps with the local AWS in their environment, in a workspace with data. */
    String pipeline(String steps) {
        return pipelineOn("", steps);
    }

    /** @param label of the agent; empty for any */
    String pipelineOn(String label, String steps) {
        return "withEnv(['AWS_ENDPOINT_URL=" + aws.endpoint() + "', 'AWS_REGION=" + REGION
                + "', 'AWS_ACCESS_KEY_ID=test', 'AWS_SECRET_ACCESS_KEY=test']) {\n"
                + "  node('" + label + "') {\n"
                + "    writeFile file: 'train/data.csv', text: '''" + TrainedModels.clouds(240, 1) + "'''\n"
                + "    writeFile file: 'unseen.csv', text: '''" + TrainedModels.clouds(60, 2) + "'''\n"
                + "    writeFile file: 'templates/topic.yaml', text: 'Resources: {Topic: {Type: \"AWS::SNS::Topic\","
                + " Properties: {KmsMasterKeyId: alias/key}}}'\n"
                + steps
                + "  }\n"
                + "}\n";
    }

    /** All stages, with an approval in the middle. */
    String wholePipeline() {
        return wholePipelineOn("");
    }

    String wholePipelineOn(String label) {
        return pipelineOn(label, """
                    def lint = cfnNag(inputPath: 'templates')
                    echo "lint found ${lint.failureCount}"
                    def model = %s
                    %s
                    def qa = %s
                    input message: "Release at ${qa.metrics.accuracy}?", id: 'Release'
                    %s
                    %s
                """.formatted(
                        train(""), deploy("clouds-qa"), test("clouds-qa"), deploy("clouds-prod"), test("clouds-prod")));
    }

    /** @param more further arguments, each with a comma before it */
    static String train(String more) {
        return train(5, more);
    }

    /** A training that takes about a day of AWS's time. */
    static String longTraining(String more) {
        return train(5000, more);
    }

    /** A training that lasts as long as a build log of any length takes to be read. */
    static String longestTraining(String more) {
        return train(20_000, more);
    }

    private static String train(int epochs, String more) {
        return "sagemakerTrain(" + definition(epochs) + more + ")\n";
    }

    /** Four trainings with different learning rates, two at once. */
    static String tune(int epochs, String more) {
        return "sagemakerTune(" + definition(epochs)
                + ", parameterRanges: [continuous(name: 'learning_rate', minValue: 0.001, maxValue: 0.5)],"
                + " objectiveMetricName: 'train:multiclass_accuracy', maxNumberOfTrainingJobs: 4,"
                + " maxParallelTrainingJobs: 2" + more + ")\n";
    }

    private static String definition(int epochs) {
        return "baseJobName: 'clouds', trainingImage: '" + TrainedModels.IMAGE + "', roleArn: '" + TrainedModels.ROLE
                + "', s3OutputPath: 's3://" + BUCKET + "/models', instanceType: 'ml.m5.large',"
                + " channels: [channel(channelName: 'train', path: 'train', contentType: 'text/csv')],"
                + " hyperParameters: [predictor_type: 'multiclass_classifier', num_classes: 3, mini_batch_size: 20, epochs: "
                + epochs + "]";
    }

    static String deploy(String endpoint) {
        return "deploySageMakerEndpoint(stackName: '" + endpoint + "', endpointName: '" + endpoint
                + "', modelDataUrl: model.modelDataUrl, image: '" + TrainedModels.IMAGE + "', executionRoleArn: '"
                + TrainedModels.ROLE + "', instanceType: 'ml.m5.large')\n";
    }

    static String test(String endpoint) {
        return "invokeEndpointTest(endpointName: '" + endpoint
                + "', dataset: 'unseen.csv', metricThresholds: ['accuracy >= 0.9'])\n";
    }

    WorkflowRun start(JenkinsRule r, String script) throws Exception {
        return start(r, "clouds", script);
    }

    WorkflowRun start(JenkinsRule r, String name, String script) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job.scheduleBuild2(0).waitForStart();
    }

    static WorkflowRun lastBuild(JenkinsRule r) {
        return r.jenkins.getItemByFullName("clouds", WorkflowJob.class).getLastBuild();
    }

    /** Answers the next question of the build. */
    static void approve(WorkflowRun build) throws Exception {
        awaitQuestion(build).proceed(Map.of());
    }

    static InputStepExecution awaitQuestion(WorkflowRun build) throws Exception {
        Awaitility.await("question").atMost(Duration.ofSeconds(60)).until(() -> {
            if (!build.isBuilding()) {
                throw new AssertionError("The build has ended without a question:\n" + JenkinsRule.getLog(build));
            }
            var action = build.getAction(InputAction.class);
            return action != null && action.isWaitingForInput();
        });
        return build.getAction(InputAction.class).getExecutions().get(0);
    }

    /** Waits until a request to the local AWS fits. */
    void await(String what, Predicate<RecordedRequest> request) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .until(() -> aws.requests().stream().anyMatch(request));
    }

    /** How often an operation had its effect: answered well, or not answered because the answer was dropped. */
    long effects(String operation) {
        return aws.requests().stream()
                .filter(r -> r.operation().equals(operation))
                .filter(r -> r.status() == 200
                        || r.fault().equals("dropAfter") && r.error().isEmpty())
                .count();
    }

    List<String> trainingJobs() throws Exception {
        var listed = aws.invoke("sagemaker", "ListTrainingJobs", REGION, "{}").get("TrainingJobSummaries");
        return StreamSupport.stream(listed.spliterator(), false)
                .map(job -> job.get("TrainingJobName").asText())
                .toList();
    }

    String statusOf(String trainingJob) throws Exception {
        return aws.invoke("sagemaker", "DescribeTrainingJob", REGION, "{\"TrainingJobName\":\"" + trainingJob + "\"}")
                .get("TrainingJobStatus")
                .asText();
    }

    /** What the job's container has logged. */
    List<String> logOf(String trainingJob) throws Exception {
        var events = aws.invoke(
                        "logs",
                        "FilterLogEvents",
                        REGION,
                        "{\"logGroupName\":\"" + LOG_GROUP + "\",\"logStreamNamePrefix\":\"" + trainingJob + "/\"}")
                .get("events");
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.get("message").asText())
                .toList();
    }

    /** A second instance of the job logs so many lines at once, as soon as the first has begun to log. */
    List<String> chatter(String trainingJob, int lines) throws Exception {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> !logOf(trainingJob).isEmpty());
        String stream = trainingJob + "/algo-2-1700000000";
        var where = JSON.createObjectNode().put("logGroupName", LOG_GROUP).put("logStreamName", stream);
        aws.invoke("logs", "CreateLogStream", REGION, where.toString());
        long now = aws.timeline().now().toEpochMilli();
        List<String> all = new ArrayList<>();
        for (int from = 0; from < lines; from += 10_000) { // the most that a call takes
            var put = where.deepCopy();
            var events = put.putArray("logEvents");
            for (int i = from; i < Math.min(lines, from + 10_000); i++) {
                String line = "line %06d".formatted(i);
                events.addObject().put("timestamp", now).put("message", line);
                all.add("[algo-2] " + line);
            }
            aws.invoke("logs", "PutLogEvents", REGION, put.toString());
        }
        return all;
    }

    /** The build waits for that job in vain. */
    void stopFromOutside(String trainingJob) throws Exception {
        aws.invoke("sagemaker", "StopTrainingJob", REGION, "{\"TrainingJobName\":\"" + trainingJob + "\"}");
    }

    @Override
    public void close() {
        aws.close();
        System.clearProperty(TIME_SCALE);
    }
}
