package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.XmlBody;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code AWS::S3::Bucket}; its physical id is its name. */
final class BucketHandler extends ServiceHandler {

    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    private final S3Client s3;

    BucketHandler(S3Client s3) {
        super("S3", Duration.ofSeconds(20));
        this.s3 = s3;
    }

    @Override
    String make(ResourceRequest request) throws AwsError {
        String name =
                Objects.requireNonNullElseGet(request.text("BucketName"), () -> PhysicalNames.lowerCase(request, 63));
        String region = request.owner().region();
        String body = region.equals("us-east-1")
                ? ""
                : XmlBody.document(
                        "CreateBucketConfiguration", NAMESPACE, xml -> xml.element("LocationConstraint", region));
        // In its own region S3 answers 200 to an owner who creates a bucket again; CloudFormation refuses.
        if (s3.exists(request.owner(), name)) {
            throw new AwsError(409, "BucketAlreadyOwnedByYou", name + " already exists");
        }
        s3.call(request.owner(), "PUT", name, "", body);
        return name;
    }

    @Override
    void configure(ResourceRequest request) throws AwsError {
        Map<String, String> tags = request.tags();
        if (!tags.isEmpty()) {
            String body = XmlBody.document(
                    "Tagging",
                    NAMESPACE,
                    xml -> xml.nested(
                            "TagSet",
                            set -> tags.forEach((key, value) -> set.nested(
                                    "Tag", tag -> tag.element("Key", key).element("Value", value)))));
            s3.configure(request.owner(), request.physicalId(), "tagging", body);
        }
        if (request.properties().get("VersioningConfiguration") instanceof Map<?, ?> versioning) {
            String body = XmlBody.document(
                    "VersioningConfiguration", NAMESPACE, xml -> xml.element("Status", versioning.get("Status")));
            s3.configure(request.owner(), request.physicalId(), "versioning", body);
        }
        protect(request);
    }

    private void protect(ResourceRequest request) throws AwsError {
        if (request.properties().get("PublicAccessBlockConfiguration") instanceof Map<?, ?> block) {
            String body = XmlBody.document(
                    "PublicAccessBlockConfiguration",
                    NAMESPACE,
                    xml -> block.forEach((name, value) -> xml.element(name.toString(), value)));
            s3.configure(request.owner(), request.physicalId(), "publicAccessBlock", body);
        }
        if (request.properties().get("BucketEncryption") instanceof Map<?, ?> encryption
                && encryption.get("ServerSideEncryptionConfiguration") instanceof List<?> rules) {
            String body = XmlBody.document("ServerSideEncryptionConfiguration", NAMESPACE, xml -> {
                for (Object rule : rules) {
                    encryptionRule(xml, (Map<?, ?>) rule);
                }
            });
            s3.configure(request.owner(), request.physicalId(), "encryption", body);
        }
    }

    private static void encryptionRule(XmlBody xml, Map<?, ?> rule) {
        xml.nested("Rule", inner -> {
            if (rule.get("ServerSideEncryptionByDefault") instanceof Map<?, ?> byDefault) {
                inner.nested(
                        "ApplyServerSideEncryptionByDefault",
                        algorithm -> algorithm
                                .element("SSEAlgorithm", byDefault.get("SSEAlgorithm"))
                                .element("KMSMasterKeyID", byDefault.get("KMSMasterKeyID")));
            }
            inner.element("BucketKeyEnabled", rule.get("BucketKeyEnabled"));
        });
    }

    @Override
    void remove(ResourceRequest request) throws AwsError {
        s3.call(request.owner(), "DELETE", request.physicalId(), "", "");
    }

    @Override
    Map<String, Object> attributes(ResourceRequest request) {
        String name = request.physicalId();
        String region = request.owner().region();
        return Map.of(
                "Arn", "arn:aws:s3:::" + name,
                "DomainName", name + ".s3.amazonaws.com",
                "DualStackDomainName", name + ".s3.dualstack." + region + ".amazonaws.com",
                "RegionalDomainName", name + ".s3." + region + ".amazonaws.com",
                "WebsiteURL", "http://" + name + ".s3-website-" + region + ".amazonaws.com");
    }
}
