package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.net.URI;
import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sts.StsClient;

/** {@link Aws} over shared clients. */
public final class LiveAws implements Aws {

    private final Clients clients;
    private final Scope scope;
    private final String region;
    private final Workspace workspace;
    private final Clock clock;

    /** @param role null for none */
    private record Scope(String account, String role, String region, URI endpoint) {}

    private LiveAws(Clients clients, Scope scope, String region, Workspace workspace, Clock clock) {
        this.clients = clients;
        this.scope = scope;
        this.region = region;
        this.workspace = workspace;
        this.clock = clock;
    }

    /**
     * Whose account, where, and in whose name.
     *
     * @param credentials with which to call, or with which to assume the role
     * @param endpoint null for AWS's own
     * @param assumeRoleArn null for none
     * @param externalId null for none
     * @param roleSessionName shown in CloudTrail
     */
    public record Identity(
            AwsCredentials credentials,
            String region,
            URI endpoint,
            String assumeRoleArn,
            String externalId,
            String roleSessionName) {}

    /** Connects, assuming a role if the identity names one. */
    public static Aws connect(ClientFactory factory, Identity identity, Workspace workspace, Clock clock)
            throws RemoteException, InterruptedException {
        ClientFactory.Key key = caller(factory, identity);
        var scope = new Scope(key.account(), identity.assumeRoleArn(), identity.region(), identity.endpoint());
        return new LiveAws(factory.clients(key), scope, identity.region(), workspace, clock);
    }

    /**
     * Connects to a queue likewise.
     *
     * @param identity whose region is the queue's; without an endpoint, the queue is asked at its own host
     */
    public static MessageQueue connect(ClientFactory factory, Identity identity, QueueUrl queue)
            throws RemoteException, InterruptedException {
        AwsCredentials credentials = caller(factory, identity).credentials();
        URI endpoint = identity.endpoint() == null ? queue.endpoint() : identity.endpoint();
        return new MessageQueue(factory.http(), credentials, identity.region(), endpoint, queue);
    }

    private static ClientFactory.Key caller(ClientFactory factory, Identity identity)
            throws RemoteException, InterruptedException {
        var key = new ClientFactory.Key(identity.credentials(), identity.region(), identity.endpoint());
        if (identity.assumeRoleArn() == null) {
            return key;
        }
        var role = new AssumedRole(key, identity.assumeRoleArn(), identity.externalId(), identity.roleSessionName());
        AwsCredentials session = Aws.call("assume the role " + identity.assumeRoleArn(), () -> factory.session(role));
        return new ClientFactory.Key(session, identity.region(), identity.endpoint());
    }

    @Override
    public String region() {
        return region;
    }

    @Override
    public Object scope() {
        return scope;
    }

    @Override
    public SageMakerClient sageMaker() {
        return clients.sageMaker();
    }

    @Override
    public SageMakerRuntimeClient runtime() {
        return clients.runtime();
    }

    @Override
    public CloudFormationClient cloudFormation() {
        return clients.cloudFormation();
    }

    @Override
    public CloudWatchLogsClient logs() {
        return clients.logs();
    }

    @Override
    public S3Client s3() {
        return clients.s3();
    }

    @Override
    public S3Presigner presigner() {
        return clients.presigner();
    }

    @Override
    public StsClient sts() {
        return clients.sts();
    }

    @Override
    public Iam iam() {
        return clients.iam();
    }

    @Override
    public Workspace workspace() {
        return workspace;
    }

    @Override
    public Clock clock() {
        return clock;
    }
}
