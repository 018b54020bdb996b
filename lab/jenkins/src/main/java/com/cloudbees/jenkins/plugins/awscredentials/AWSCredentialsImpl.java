package com.cloudbees.jenkins.plugins.awscredentials;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.Extension;
import hudson.Util;
import hudson.util.Secret;
import java.io.Serial;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/** An access key, or a role that it assumes; kept by Jenkins. */
public class AWSCredentialsImpl extends BaseAmazonWebServicesCredentials {
    @Serial
    private static final long serialVersionUID = 1L;

    public static final int STS_CREDENTIALS_DURATION_SECONDS = 3600;

    private final String accessKey;
    private final Secret secretKey;
    private final String iamRoleArn;
    private final String iamExternalId;
    private final String iamMfaSerialNumber;
    private volatile Integer stsTokenDuration;

    public AWSCredentialsImpl(
            CredentialsScope scope, String id, String accessKey, String secretKey, String description) {
        this(scope, id, accessKey, secretKey, description, null, null, null);
    }

    public AWSCredentialsImpl(
            CredentialsScope scope,
            String id,
            String accessKey,
            String secretKey,
            String description,
            String iamRoleArn,
            String iamMfaSerialNumber) {
        this(scope, id, accessKey, secretKey, description, iamRoleArn, iamMfaSerialNumber, null);
    }

    @DataBoundConstructor
    public AWSCredentialsImpl(
            CredentialsScope scope,
            String id,
            String accessKey,
            String secretKey,
            String description,
            String iamRoleArn,
            String iamMfaSerialNumber,
            String iamExternalId) {
        super(scope, id, description);
        this.accessKey = Util.fixNull(accessKey);
        this.secretKey = Secret.fromString(secretKey);
        this.iamRoleArn = Util.fixNull(iamRoleArn);
        this.iamMfaSerialNumber = Util.fixNull(iamMfaSerialNumber);
        this.iamExternalId = Util.fixNull(iamExternalId);
    }

    public String getAccessKey() {
        return accessKey;
    }

    public Secret getSecretKey() {
        return secretKey;
    }

    public String getIamRoleArn() {
        return iamRoleArn;
    }

    public String getIamExternalId() {
        return iamExternalId;
    }

    public String getIamMfaSerialNumber() {
        return iamMfaSerialNumber;
    }

    /** Seconds. */
    public Integer getStsTokenDuration() {
        return stsTokenDuration == null ? Integer.valueOf(STS_CREDENTIALS_DURATION_SECONDS) : stsTokenDuration;
    }

    @DataBoundSetter
    public void setStsTokenDuration(Integer stsTokenDuration) {
        this.stsTokenDuration = stsTokenDuration;
    }

    public boolean requiresToken() {
        return !iamMfaSerialNumber.isBlank();
    }

    /** Null where neither key nor role is given. With a role, one call to STS each time. */
    @Override
    public AwsCredentials resolveCredentials() {
        return iamRoleArn.isBlank() ? key() : assume(null);
    }

    @Override
    public AwsCredentials resolveCredentials(String mfaToken) {
        return assume(mfaToken);
    }

    private AwsCredentials key() {
        return accessKey.isBlank() && secretKey.getPlainText().isBlank()
                ? null
                : AwsBasicCredentials.create(accessKey, secretKey.getPlainText());
    }

    private AwsCredentials assume(String mfaToken) {
        AssumeRoleRequest.Builder request = AssumeRoleRequest.builder()
                .roleArn(iamRoleArn)
                .roleSessionName("Jenkins")
                .externalId(Util.fixEmpty(iamExternalId))
                .durationSeconds(getStsTokenDuration());
        if (mfaToken != null) {
            request.serialNumber(iamMfaSerialNumber).tokenCode(mfaToken);
        }
        StsClientBuilder builder = StsClient.builder();
        if (key() != null) {
            builder.credentialsProvider(StaticCredentialsProvider.create(key()));
        }
        if (System.getProperty("aws.region") == null && System.getenv("AWS_REGION") == null) {
            builder.region(Region.US_EAST_1);
        }
        try (StsClient sts = builder.build()) {
            Credentials given = sts.assumeRole(request.build()).credentials();
            return AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
        }
    }

    @Override
    public String getDisplayName() {
        return iamRoleArn.isBlank() ? accessKey : accessKey + ":" + iamRoleArn;
    }

    /** Describes them. */
    @Extension
    public static class DescriptorImpl extends BaseStandardCredentialsDescriptor {
        @Override
        public String getDisplayName() {
            return "AWS Credentials";
        }
    }
}
