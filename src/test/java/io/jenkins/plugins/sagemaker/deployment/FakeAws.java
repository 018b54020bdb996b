package io.jenkins.plugins.sagemaker.deployment;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.Iam;
import io.jenkins.plugins.sagemaker.aws.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sts.StsClient;

/** An account of which a test offers what it needs; the rest is not there. */
public class FakeAws implements Aws {

    @Override
    public String region() {
        return "eu-central-1";
    }

    @Override
    public SageMakerClient sageMaker() {
        throw missing();
    }

    @Override
    public SageMakerRuntimeClient runtime() {
        throw missing();
    }

    @Override
    public CloudFormationClient cloudFormation() {
        throw missing();
    }

    @Override
    public CloudWatchLogsClient logs() {
        throw missing();
    }

    @Override
    public S3Client s3() {
        throw missing();
    }

    @Override
    public S3Presigner presigner() {
        throw missing();
    }

    @Override
    public StsClient sts() {
        throw missing();
    }

    @Override
    public Iam iam() {
        throw missing();
    }

    @Override
    public Workspace workspace() {
        throw missing();
    }

    @Override
    public Clock clock() {
        return Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    }

    private static AssertionError missing() {
        return new AssertionError("this test does not expect to need it");
    }
}
