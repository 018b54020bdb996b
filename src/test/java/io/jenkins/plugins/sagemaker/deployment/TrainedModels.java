package io.jenkins.plugins.sagemaker.deployment;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.LocalConnection;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.services.sagemaker.model.Channel;
import software.amazon.awssdk.services.sagemaker.model.S3DataType;
import software.amazon.awssdk.services.sagemaker.model.TrainingInstanceType;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

/** A local AWS with models that tell three clouds of points apart. */
public final class TrainedModels implements AutoCloseable {

    public static final String IMAGE = "664544806723.dkr.ecr.eu-central-1.amazonaws.com/linear-learner:1";
    public static final String ROLE = "arn:aws:iam::123456789012:role/sagemaker";
    private static final String BUCKET = "digits-artifacts";
    private static final int SPEED = 1000;

    public final LocalAws local;
    private final LocalConnection connection;

    public TrainedModels(Path workspace) {
        local = LocalAws.builder().speed(SPEED).start();
        connection = new LocalConnection(local, SPEED, workspace);
        local.objects().createBucket("123456789012", LocalConnection.REGION, BUCKET);
        local.objects().put(BUCKET, "train/data.csv", clouds(240, 1).getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public Aws connect() throws Exception {
        return connection.connect();
    }

    /** Lines of a label and two numbers: the distance of the clouds is ten times their size. */
    public static String clouds(int rows, long seed) {
        var random = new Random(seed);
        var csv = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            int label = i % 3;
            csv.append(label)
                    .append(',')
                    .append(10 * Math.cos(2 * label) + random.nextGaussian())
                    .append(',')
                    .append(10 * Math.sin(2 * label) + random.nextGaussian())
                    .append('\n');
        }
        return csv.toString();
    }

    /** @return the model's address */
    public String train(String job) throws Exception {
        var sageMaker = connect().sageMaker();
        sageMaker.createTrainingJob(r -> r.trainingJobName(job)
                .roleArn(ROLE)
                .algorithmSpecification(a -> a.trainingImage(IMAGE).trainingInputMode("File"))
                .hyperParameters(
                        Map.of("predictor_type", "multiclass_classifier", "num_classes", "3", "mini_batch_size", "20"))
                .inputDataConfig(Channel.builder()
                        .channelName("train")
                        .contentType("text/csv")
                        .dataSource(d -> d.s3DataSource(
                                s -> s.s3DataType(S3DataType.S3_PREFIX).s3Uri("s3://" + BUCKET + "/train/")))
                        .build())
                .outputDataConfig(o -> o.s3OutputPath("s3://" + BUCKET + "/models"))
                .resourceConfig(c -> c.instanceType(TrainingInstanceType.ML_M5_LARGE)
                        .instanceCount(1)
                        .volumeSizeInGB(10))
                .stoppingCondition(s -> s.maxRuntimeInSeconds(3600)));
        while (true) {
            var now = sageMaker.describeTrainingJob(r -> r.trainingJobName(job));
            if (now.trainingJobStatus() == TrainingJobStatus.COMPLETED) {
                return now.modelArtifacts().s3ModelArtifacts();
            }
            if (now.trainingJobStatus() != TrainingJobStatus.IN_PROGRESS) {
                throw new AssertionError(now.trainingJobStatus() + ": " + now.failureReason());
            }
            passTime();
        }
    }

    /** As long as a controller would wait. */
    public void passTime() throws InterruptedException {
        local.timeline().sleep(Duration.ofSeconds(10));
    }

    /** Deploys by the bundled template, with a crash after every call, to the end. */
    public Deployment deploy(String stack, String modelDataUrl, String instanceType) throws Exception {
        var deployment = new Deployment(request(stack, modelDataUrl, instanceType), connect());
        finish(deployment);
        return deployment;
    }

    public static DeployRequest request(String stack, String modelDataUrl, String instanceType) {
        var parameters = new EndpointParameters()
                .modelDataUrl(modelDataUrl)
                .image(IMAGE)
                .executionRoleArn(ROLE)
                .instanceType(instanceType)
                .toMap();
        return new DeployRequest(
                stack, "", new Template.Bundled(Map.of("LOG", "1")), parameters, "", DeployRequest.Options.DEFAULT);
    }

    public void finish(Deployment deployment) throws Exception {
        for (deployment.run(); deployment.isRunning(); deployment.run()) {
            passTime();
        }
    }

    @Override
    public void close() {
        connection.close();
        local.close();
    }
}
