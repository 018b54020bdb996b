package io.jenkins.plugins.sagemaker.aws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The SDK's clients for one account, region and endpoint; each is made when it is first asked for. */
final class Clients {

    private final ClientFactory factory;
    private final ClientFactory.Key key;
    private final Map<Class<?>, SdkAutoCloseable> made = new ConcurrentHashMap<>();

    Clients(ClientFactory factory, ClientFactory.Key key) {
        this.factory = factory;
        this.key = key;
    }

    SageMakerClient sageMaker() {
        return one(
                SageMakerClient.class,
                () -> factory.control(SageMakerClient.builder(), key, "SageMaker")
                        .build());
    }

    SageMakerRuntimeClient runtime() {
        return one(
                SageMakerRuntimeClient.class,
                () -> factory.data(SageMakerRuntimeClient.builder(), key).build());
    }

    CloudFormationClient cloudFormation() {
        return one(
                CloudFormationClient.class,
                () -> factory.control(CloudFormationClient.builder(), key, "CloudFormation")
                        .build());
    }

    CloudWatchLogsClient logs() {
        return one(
                CloudWatchLogsClient.class,
                () -> factory.control(CloudWatchLogsClient.builder(), key, "CloudWatch Logs")
                        .build());
    }

    StsClient sts() {
        return one(
                StsClient.class,
                () -> factory.control(StsClient.builder(), key, "STS").build());
    }

    Iam iam() {
        return new Iam(factory.http(), key.credentials(), key.awsRegion(), key.endpoint());
    }

    S3Client s3() {
        return one(
                S3Client.class,
                () -> factory.data(S3Client.builder(), key)
                        .forcePathStyle(key.endpoint() != null)
                        .build());
    }

    S3Presigner presigner() {
        return one(S3Presigner.class, () -> {
            var builder = S3Presigner.builder()
                    .region(key.awsRegion())
                    .credentialsProvider(key.credentialsProvider())
                    .serviceConfiguration(S3Configuration.builder()
                            .pathStyleAccessEnabled(key.endpoint() != null)
                            .build());
            return (key.endpoint() == null ? builder : builder.endpointOverride(key.endpoint())).build();
        });
    }

    void close() {
        made.values().forEach(SdkAutoCloseable::close);
    }

    private <T extends SdkAutoCloseable> T one(Class<T> type, Supplier<T> maker) {
        return type.cast(made.computeIfAbsent(type, t -> maker.get()));
    }
}
