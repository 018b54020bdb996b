package io.jenkins.plugins.sagemaker.aws;

import java.time.Instant;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * A role that is assumed with other credentials.
 *
 * @param source with which it is assumed
 * @param externalId null for none
 * @param sessionName shown in CloudTrail
 */
record AssumedRole(ClientFactory.Key source, String roleArn, String externalId, String sessionName) {

    /** One hour, which every role allows. */
    private static final int SECONDS = 3600;

    record Session(AwsCredentials credentials, Instant expiration) {
        boolean expiresBefore(Instant time) {
            return expiration.isBefore(time);
        }
    }

    Session assume(StsClient sts) {
        var issued = sts.assumeRole(r -> r.roleArn(roleArn)
                        .externalId(externalId)
                        .roleSessionName(sessionName)
                        .durationSeconds(SECONDS))
                .credentials();
        return new Session(
                AwsSessionCredentials.create(issued.accessKeyId(), issued.secretAccessKey(), issued.sessionToken()),
                issued.expiration());
    }
}
