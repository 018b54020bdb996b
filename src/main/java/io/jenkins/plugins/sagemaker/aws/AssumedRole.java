package io.jenkins.plugins.sagemaker.aws;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern ARN = Pattern.compile("arn:[^:]+:iam::(\\d{12}):role/.+");

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
        var credentials = AwsSessionCredentials.builder()
                .accessKeyId(issued.accessKeyId())
                .secretAccessKey(issued.secretAccessKey())
                .sessionToken(issued.sessionToken())
                .accountId(accountId())
                .build();
        return new Session(credentials, issued.expiration());
    }

    /** {@code arn:aws:iam::123456789012:role/x}; null if it has another form, which AWS then refuses. */
    private String accountId() {
        Matcher m = ARN.matcher(roleArn);
        return m.matches() ? m.group(1) : null;
    }
}
