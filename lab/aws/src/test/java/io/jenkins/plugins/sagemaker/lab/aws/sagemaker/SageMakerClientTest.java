package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.lab.aws.Clients;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Shapes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.Channel;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.MetricData;
import software.amazon.awssdk.services.sagemaker.model.ResourceInUseException;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatusTransition;
import software.amazon.awssdk.services.sagemaker.model.TrainingInputMode;
import software.amazon.awssdk.services.sagemaker.model.TrainingInstanceType;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointResponse;
import software.amazon.awssdk.services.sagemakerruntime.model.ModelErrorException;
import software.amazon.awssdk.services.sagemakerruntime.model.SageMakerRuntimeException;

/** The whole way with AWS's own clients over HTTP: train, deploy, invoke. */
class SageMakerClientTest {

    private static final String IMAGE = "813361260812.dkr.ecr.eu-central-1.amazonaws.com/image-classification:1";
    private static final String ROLE = "arn:aws:iam::123456789012:role/Training";

    private final LocalAws aws = LocalAws.builder().speed(300).start();
    private final Clients clients = Clients.of(aws);
    private final SageMakerClient sageMaker = clients.sageMaker();

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    private CreateTrainingJobRequest training(String name) {
        aws.objects().createBucket("123456789012", "eu-central-1", "lab");
        for (int kind = 0; kind < Shapes.CLASSES; kind++) {
            for (int i = 0; i < 20; i++) {
                aws.objects().put("lab", "train/" + kind + "/" + i + ".png", Shapes.png(kind, i), Map.of());
            }
        }
        return CreateTrainingJobRequest.builder()
                .trainingJobName(name)
                .roleArn(ROLE)
                .algorithmSpecification(a -> a.trainingImage(IMAGE).trainingInputMode(TrainingInputMode.FILE))
                .hyperParameters(Map.of(
                        "num_classes", "3", "num_training_samples", "60", "image_shape", "3,12,12", "epochs", "3"))
                .inputDataConfig(Channel.builder()
                        .channelName("train")
                        .dataSource(d ->
                                d.s3DataSource(s -> s.s3DataType("S3Prefix").s3Uri("s3://lab/train/")))
                        .build())
                .outputDataConfig(o -> o.s3OutputPath("s3://lab/models"))
                .resourceConfig(r -> r.instanceType(TrainingInstanceType.ML_P2_XLARGE)
                        .instanceCount(1)
                        .volumeSizeInGB(10))
                .stoppingCondition(s -> s.maxRuntimeInSeconds(3600))
                .build();
    }

    private DescribeTrainingJobResponse describe(String name) {
        return sageMaker.describeTrainingJob(r -> r.trainingJobName(name));
    }

    private static void await(Supplier<Boolean> condition) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(30))
                .until(condition::get);
    }

    @Test
    void trainsDeploysAndAnswers() {
        sageMaker.createTrainingJob(training("digits"));
        await(() -> describe("digits").trainingJobStatus() != TrainingJobStatus.IN_PROGRESS);
        DescribeTrainingJobResponse job = describe("digits");
        assertThat(job.failureReason()).isNull();
        assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.COMPLETED);
        assertThat(job.secondaryStatusTransitions())
                .extracting(SecondaryStatusTransition::statusAsString)
                .containsExactly("Starting", "Downloading", "Training", "Uploading", "Completed");
        assertThat(job.finalMetricDataList()).extracting(MetricData::metricName).contains("train:accuracy");
        assertThat(job.creationTime()).isBefore(job.trainingEndTime());
        assertThat(sageMaker
                        .listTrainingJobs(
                                l -> l.lastModifiedTimeAfter(job.creationTime().minusSeconds(1)))
                        .trainingJobSummaries())
                .hasSize(1);
        logsAreThere();
        deployAndInvoke(job.modelArtifacts().s3ModelArtifacts());
    }

    private void logsAreThere() {
        try (CloudWatchLogsClient logs = clients.logs()) {
            List<FilteredLogEvent> events = logs.filterLogEvents(
                            f -> f.logGroupName("/aws/sagemaker/TrainingJobs").logStreamNamePrefix("digits/algo-1-"))
                    .events();
            assertThat(events)
                    .extracting(FilteredLogEvent::message)
                    .anyMatch(m -> m.contains("Epoch[2] Train-accuracy="));
        }
    }

    private void deployAndInvoke(String modelData) {
        sageMaker.createModel(m -> m.modelName("digits")
                .executionRoleArn(ROLE)
                .primaryContainer(c -> c.image(IMAGE).modelDataUrl(modelData)));
        sageMaker.createEndpointConfig(c -> c.endpointConfigName("digits")
                .productionVariants(v -> v.variantName("AllTraffic")
                        .modelName("digits")
                        .instanceType("ml.t2.medium")
                        .initialInstanceCount(1)));
        sageMaker.createEndpoint(e -> e.endpointName("digits").endpointConfigName("digits"));
        await(() -> sageMaker.describeEndpoint(e -> e.endpointName("digits")).endpointStatus()
                == EndpointStatus.IN_SERVICE);

        try (SageMakerRuntimeClient runtime =
                clients.with(SageMakerRuntimeClient.builder()).build()) {
            InvokeEndpointResponse answer = runtime.invokeEndpoint(i -> i.endpointName("digits")
                    .contentType("application/x-image")
                    .customAttributes("x=1")
                    .body(SdkBytes.fromByteArray(Shapes.png(1, 777))));
            assertThat(answer.body().asUtf8String()).startsWith("[").endsWith("]");
            assertThat(answer.contentType()).isEqualTo("application/json");
            assertThat(answer.invokedProductionVariant()).isEqualTo("AllTraffic");
            assertThat(answer.customAttributes()).isEqualTo("x=1");

            assertThatThrownBy(() -> runtime.invokeEndpoint(i -> i.endpointName("digits")
                            .contentType("application/x-image")
                            .body(SdkBytes.fromUtf8String("no image"))))
                    .isInstanceOfSatisfying(ModelErrorException.class, error -> {
                        assertThat(error.statusCode()).isEqualTo(424);
                        assertThat(error.originalStatusCode()).isEqualTo(400);
                        assertThat(error.originalMessage()).startsWith("Unable to decode the image");
                        assertThat(error.logStreamArn()).contains("/aws/sagemaker/Endpoints/digits");
                    });
            assertThatThrownBy(() ->
                            runtime.invokeEndpoint(i -> i.endpointName("nobody").body(SdkBytes.fromUtf8String(""))))
                    .isInstanceOfSatisfying(
                            SageMakerRuntimeException.class,
                            error -> assertThat(error.awsErrorDetails().errorMessage())
                                    .isEqualTo("Endpoint nobody of account 123456789012 not found."));
        }
    }

    @Test
    void stopsATraining() {
        sageMaker.createTrainingJob(training("halt").toBuilder()
                .hyperParameters(Map.of(
                        "num_classes", "3", "num_training_samples", "60", "image_shape", "3,12,12", "epochs", "100000"))
                .build());
        await(() -> describe("halt").secondaryStatusAsString().equals("Training"));
        sageMaker.stopTrainingJob(s -> s.trainingJobName("halt"));
        assertThat(describe("halt").trainingJobStatus()).isEqualTo(TrainingJobStatus.STOPPING);
        await(() -> describe("halt").trainingJobStatus() == TrainingJobStatus.STOPPED);
        assertThat(describe("halt").modelArtifacts().s3ModelArtifacts()).endsWith("/halt/output/model.tar.gz");
    }

    @Test
    void errorsAreTheSdksOwn() {
        sageMaker.createTrainingJob(training("same"));
        assertThatThrownBy(() -> sageMaker.createTrainingJob(training("same")))
                .isInstanceOf(ResourceInUseException.class);
        assertThatThrownBy(() -> describe("nobody")).isInstanceOfSatisfying(SageMakerException.class, error -> {
            assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
            assertThat(error.awsErrorDetails().errorMessage()).isEqualTo("Requested resource not found.");
        });
    }
}
