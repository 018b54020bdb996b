package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration documents of a bucket. The local S3 keeps and gives back what was put. It acts on three of them:
 * versioning, the default encryption, which answers name, and the policy, which opens a bucket to other accounts.
 */
enum BucketSetting {
    ACCELERATE("accelerate", "BucketAccelerateConfiguration", "<AccelerateConfiguration/>"),
    CORS("cors", "BucketCors", error("NoSuchCORSConfiguration")),
    ENCRYPTION(
            "encryption",
            "BucketEncryption",
            "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256"
                    + "</SSEAlgorithm></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled>"
                    + "</Rule></ServerSideEncryptionConfiguration>"),
    LIFECYCLE("lifecycle", "BucketLifecycleConfiguration", error("NoSuchLifecycleConfiguration")),
    LOGGING("logging", "BucketLogging", "<BucketLoggingStatus/>"),
    NOTIFICATION("notification", "BucketNotificationConfiguration", "<NotificationConfiguration/>"),
    OBJECT_LOCK("object-lock", "ObjectLockConfiguration", error("ObjectLockConfigurationNotFoundError")),
    OWNERSHIP(
            "ownershipControls",
            "BucketOwnershipControls",
            "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule>"
                    + "</OwnershipControls>"),
    POLICY("policy", "BucketPolicy", error("NoSuchBucketPolicy")),
    PUBLIC_ACCESS(
            "publicAccessBlock",
            "PublicAccessBlock",
            "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true"
                    + "</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true"
                    + "</RestrictPublicBuckets></PublicAccessBlockConfiguration>"),
    REPLICATION("replication", "BucketReplication", error("ReplicationConfigurationNotFoundError")),
    REQUEST_PAYMENT(
            "requestPayment",
            "BucketRequestPayment",
            "<RequestPaymentConfiguration><Payer>BucketOwner</Payer></RequestPaymentConfiguration>"),
    TAGGING("tagging", "BucketTagging", error("NoSuchTagSet")),
    VERSIONING("versioning", "BucketVersioning", "<VersioningConfiguration/>"),
    WEBSITE("website", "BucketWebsite", error("NoSuchWebsiteConfiguration"));

    private static final String ERROR = "error:";
    private static final Map<String, String> MESSAGES = Map.of(
            "NoSuchBucketPolicy", "The bucket policy does not exist",
            "NoSuchCORSConfiguration", "The CORS configuration does not exist",
            "NoSuchTagSet", "The TagSet does not exist",
            "NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration",
            "ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket",
            "ReplicationConfigurationNotFoundError", "The replication configuration was not found");

    private final String resource;
    private final String name;
    private final String unset;

    BucketSetting(String resource, String name, String unset) {
        this.resource = resource;
        this.name = name;
        this.unset = unset;
    }

    static Optional<BucketSetting> of(String operation) {
        return Arrays.stream(values())
                .filter(setting -> operation.equals("Get" + setting.name)
                        || operation.equals("Put" + setting.name)
                        || operation.equals("Delete" + setting.name))
                .findFirst();
    }

    /** The sub-resource in the query. */
    String resource() {
        return resource;
    }

    String operation(String method) {
        return switch (method) {
            case "GET" -> "Get" + name;
            case "PUT" -> "Put" + name;
            case "DELETE" -> "Delete" + name;
            default -> "Unknown";
        };
    }

    /** What is answered while nothing was put: a new bucket's default, or an error. */
    String unset(String bucket) throws AwsError {
        if (unset.startsWith(ERROR)) {
            String code = unset.substring(ERROR.length());
            throw new AwsError(
                    404,
                    code,
                    MESSAGES.getOrDefault(code, "The " + resource + " configuration does not exist"),
                    Map.of("BucketName", bucket));
        }
        return unset;
    }

    private static String error(String code) {
        return "error:" + code;
    }
}
