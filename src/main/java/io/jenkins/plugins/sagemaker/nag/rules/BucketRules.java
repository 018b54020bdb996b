package io.jenkins.plugins.sagemaker.nag.rules;

import static io.jenkins.plugins.sagemaker.nag.rules.Checks.absent;
import static io.jenkins.plugins.sagemaker.nag.rules.Checks.equal;

import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.List;

/** S3 buckets themselves; their policies are among the {@link PolicyRules}. */
final class BucketRules {
    private static final String BUCKET = "AWS::S3::Bucket";

    private BucketRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.each(
                        "F14",
                        "S3BucketPublicReadWriteAclRule",
                        BUCKET,
                        equal("AccessControl", "PublicReadWrite"),
                        "Everybody on the internet may read and write the bucket.",
                        "Strangers can take, change or plant data, at your cost.",
                        "Drop AccessControl and give access by a bucket policy."),
                Rule.each(
                        "W31",
                        "S3BucketPublicReadAclRule",
                        BUCKET,
                        equal("AccessControl", "PublicRead"),
                        "Everybody on the internet may read the bucket.",
                        "Data that was not meant for the public gets out.",
                        "Drop AccessControl and give access by a bucket policy."),
                Rule.each(
                        "W35",
                        "S3BucketAccessLoggingRule",
                        BUCKET,
                        absent("LoggingConfiguration"),
                        "The bucket keeps no access log.",
                        "Afterwards nobody can tell who read, changed or deleted an object.",
                        "Set LoggingConfiguration with a DestinationBucketName."),
                Rule.each(
                        "W41",
                        "S3BucketEncryptionSetRule",
                        BUCKET,
                        absent("BucketEncryption"),
                        "The bucket does not say how its objects are encrypted.",
                        "S3's default key cannot be revoked, and its use is not logged.",
                        "Set BucketEncryption, with SSEAlgorithm aws:kms for your own key."),
                Rule.each(
                        "W51",
                        "MissingBucketPolicyRule",
                        BUCKET,
                        (bucket, scope) -> scope.ofType("AWS::S3::BucketPolicy").stream()
                                .noneMatch(policy -> isFor(policy.property("Bucket"), bucket)),
                        "The bucket has no bucket policy.",
                        "Nothing then enforces TLS, or keeps other principals of the account out.",
                        "Add an AWS::S3::BucketPolicy whose Bucket is a Ref to the bucket."));
    }

    private static boolean isFor(Value name, Resource bucket) {
        return name.isMap() && name.has("Ref")
                ? name.at("Ref").is(bucket.logicalId())
                : name.is(bucket.property("BucketName"));
    }
}
