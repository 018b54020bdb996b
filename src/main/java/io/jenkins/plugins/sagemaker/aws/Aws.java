package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.time.Clock;
import java.util.concurrent.Callable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * What an operation works with: the clients of one account and region, and the files of the build's workspace. Obtained anew for each
 * round, so that credentials are fresh; clients behind it are shared and must not be closed.
 */
public interface Aws {

    String region();

    /** Equal for all that call in one account, region and endpoint with the same rights, as far as that is known. */
    default Object scope() {
        return region();
    }

    SageMakerClient sageMaker();

    SageMakerRuntimeClient runtime();

    CloudFormationClient cloudFormation();

    CloudWatchLogsClient logs();

    S3Client s3();

    /** Signs requests that an agent sends by itself, so that no credentials travel to it. */
    S3Presigner presigner();

    StsClient sts();

    Iam iam();

    /** Files on the agent; every call may fail with {@link RemoteException.Kind#TRANSIENT} while the agent is away. */
    Workspace workspace();

    Clock clock();

    /**
     * Makes a call of the SDK and turns every exception of it into a {@link RemoteException} with its kind.
     *
     * @param what the call in words, for messages: {@code "create training job digits-17"}
     */
    static <T> T call(String what, Callable<T> call) throws RemoteException, InterruptedException {
        return AwsErrors.call(what, call);
    }
}
