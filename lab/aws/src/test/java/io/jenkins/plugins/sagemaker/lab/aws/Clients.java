package io.jenkins.plugins.sagemaker.lab.aws;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The AWS SDK's clients for a local AWS, on one HTTP client. They do not repeat failed requests unless
 * {@link #patient()}.
 */
public final class Clients implements AutoCloseable {

    public static final AwsCredentials SOMEBODY = AwsBasicCredentials.create("AKIALOCAL", "secret");

    private final URI endpoint;
    private final AwsCredentials credentials;
    private final Region region;
    private final boolean patient;
    private final SdkHttpClient http;

    private Clients(URI endpoint, AwsCredentials credentials, Region region, boolean patient, SdkHttpClient http) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.region = region;
        this.patient = patient;
        this.http = http;
    }

    public static Clients of(LocalAws aws) {
        SdkHttpClient http = ApacheHttpClient.builder()
                .maxConnections(20)
                .socketTimeout(Duration.ofSeconds(20))
                .build();
        return new Clients(aws.endpoint(), SOMEBODY, Region.EU_CENTRAL_1, false, http);
    }

    public Clients as(AwsCredentials other) {
        return new Clients(endpoint, other, region, patient, http);
    }

    public Clients as(String accessKey) {
        return as(AwsBasicCredentials.create(accessKey, "secret"));
    }

    public Clients in(Region other) {
        return new Clients(endpoint, credentials, other, patient, http);
    }

    /** The same with the SDK's own retries. */
    public Clients patient() {
        return new Clients(endpoint, credentials, region, true, http);
    }

    public S3Client s3() {
        return with(S3Client.builder()).build();
    }

    public StsClient sts() {
        return with(StsClient.builder()).build();
    }

    public CloudWatchLogsClient logs() {
        return with(CloudWatchLogsClient.builder()).build();
    }

    public SageMakerClient sageMaker() {
        return with(SageMakerClient.builder()).build();
    }

    public SqsClient sqs() {
        return with(SqsClient.builder()).build();
    }

    public EventBridgeClient events() {
        return with(EventBridgeClient.builder()).build();
    }

    public CloudFormationClient cloudFormation() {
        return with(CloudFormationClient.builder()).build();
    }

    public <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B with(B builder) {
        builder.endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClient(http);
        if (!patient) {
            builder.overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()));
        }
        return builder;
    }

    @Override
    public void close() {
        http.close();
    }
}
