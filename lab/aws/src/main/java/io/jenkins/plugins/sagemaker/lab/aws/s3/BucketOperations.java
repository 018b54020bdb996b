package io.jenkins.plugins.sagemaker.lab.aws.s3;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Making, finding, configuring and deleting buckets. */
final class BucketOperations {

    private static final String FIRST_REGION = "us-east-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final InMemoryObjectStore store;

    BucketOperations(InMemoryObjectStore store) {
        this.store = store;
    }

    /** The bucket of a request, if there is one that the caller may use in the caller's region. */
    Bucket find(S3Request request) throws AwsError {
        Bucket bucket = owned(request);
        if (!bucket.region().equals(request.call().region())) {
            throw new AwsError(
                    301,
                    "PermanentRedirect",
                    "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all"
                            + " future requests to this endpoint.",
                    Map.of(
                            "Bucket",
                            bucket.name(),
                            "Region",
                            bucket.region(),
                            "Endpoint",
                            bucket.name() + ".s3." + bucket.region() + ".amazonaws.com"));
        }
        return bucket;
    }

    private Bucket owned(S3Request request) throws AwsError {
        Bucket bucket = store.find(request.bucket()).orElse(null);
        if (bucket == null) {
            throw S3Errors.noSuchBucket(request.bucket());
        }
        String expected = request.header("x-amz-expected-bucket-owner");
        if (!bucket.admits(request.call().account()) || (expected != null && !expected.equals(bucket.account()))) {
            throw new AwsError(403, "AccessDenied", "Access Denied");
        }
        return bucket;
    }

    Reply create(S3Request request) throws AwsError {
        BucketNames.check(request.bucket());
        String region = request.call().region();
        String constraint = request.call().body().length == 0
                ? null
                : RequestXml.parse(request.call().body()).text("LocationConstraint");
        String wanted = constraint == null || constraint.isEmpty()
                ? FIRST_REGION
                : constraint.replaceFirst("^EU$", "eu-west-1");
        if (!wanted.equals(region) || FIRST_REGION.equals(constraint)) {
            String shown = constraint == null ? "unspecified" : constraint;
            throw new AwsError(
                    400,
                    FIRST_REGION.equals(constraint)
                            ? "InvalidLocationConstraint"
                            : "IllegalLocationConstraintException",
                    FIRST_REGION.equals(constraint)
                            ? "The specified location-constraint is not valid"
                            : "The " + shown
                                    + " location constraint is incompatible for the region specific endpoint this"
                                    + " request was sent to.");
        }
        Optional<Bucket> other = store.add(request.call().account(), region, request.bucket());
        if (other.isPresent()) {
            refuse(other.get(), request);
        }
        return Reply.empty(200).with("Location", "/" + request.bucket());
    }

    private static void refuse(Bucket other, S3Request request) throws AwsError {
        if (!other.account().equals(request.call().account())) {
            throw new AwsError(
                    409,
                    "BucketAlreadyExists",
                    "The requested bucket name is not available. The bucket namespace is shared by all users of the system."
                            + " Please select a different name and try again.",
                    Map.of("BucketName", other.name()));
        }
        // The oldest region alone lets an owner create a bucket twice.
        if (!other.region().equals(FIRST_REGION) || !request.call().region().equals(FIRST_REGION)) {
            throw new AwsError(
                    409,
                    "BucketAlreadyOwnedByYou",
                    "Your previous request to create the named bucket succeeded and you already own it.",
                    Map.of("BucketName", other.name()));
        }
    }

    Reply head(S3Request request) throws AwsError {
        Bucket bucket = find(request);
        return Reply.empty(200).with("x-amz-bucket-region", bucket.region()).with("Content-Type", "application/xml");
    }

    Reply delete(S3Request request) throws AwsError {
        Bucket bucket = find(request);
        if (!bucket.versions().isEmpty()) {
            throw new AwsError(
                    409,
                    "BucketNotEmpty",
                    bucket.versioning() == Versions.State.NEVER
                            ? "The bucket you tried to delete is not empty"
                            : "The bucket you tried to delete is not empty. You must delete all versions in the bucket.",
                    Map.of("BucketName", bucket.name()));
        }
        store.remove(bucket.name());
        return Reply.empty(204);
    }

    Reply list(S3Request request) {
        String prefix = request.parameter("prefix", "");
        List<Bucket> buckets = store.of(request.call().account()).stream()
                .filter(bucket -> bucket.name().startsWith(prefix))
                .toList();
        return S3Reply.xml("ListAllMyBucketsResult", root -> {
            S3Reply.owner(root, "Owner", request.call().account());
            root.nested(
                    "Buckets",
                    list -> buckets.forEach(bucket -> list.nested(
                            "Bucket",
                            xml -> xml.element("Name", bucket.name())
                                    .element("CreationDate", S3Reply.xmlDate(bucket.created()))
                                    .element("BucketRegion", bucket.region()))));
        });
    }

    Reply location(S3Request request) throws AwsError {
        Bucket bucket = owned(request);
        String region = bucket.region().equals(FIRST_REGION) ? "" : bucket.region();
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<LocationConstraint xmlns=\"" + S3Reply.NAMESPACE
                + "\">" + region + "</LocationConstraint>";
        return Reply.of(200, "application/xml", body);
    }

    /** A bucket blocks public policies unless its owner has allowed them. */
    Reply policyStatus(S3Request request) throws AwsError {
        Bucket bucket = find(request);
        if (!bucket.settings().containsKey(BucketSetting.POLICY.resource())) {
            BucketSetting.POLICY.unset(bucket.name());
        }
        return S3Reply.xml("PolicyStatus", xml -> xml.element("IsPublic", false));
    }

    Reply setting(S3Request request, BucketSetting setting) throws AwsError {
        Bucket bucket = find(request);
        boolean policy = setting == BucketSetting.POLICY;
        switch (request.call().method()) {
            case "PUT" -> {
                String document = new String(request.call().body(), StandardCharsets.UTF_8);
                if (policy) {
                    checkPolicy(document);
                } else {
                    RequestXml.parse(request.call().body());
                }
                bucket.settings().put(setting.resource(), document);
                return Reply.empty(policy ? 204 : 200);
            }
            case "DELETE" -> {
                bucket.settings().remove(setting.resource());
                return Reply.empty(204);
            }
            default -> {
                String document = bucket.settings().get(setting.resource());
                String type = policy ? "application/json" : "application/xml";
                return Reply.of(200, type, document == null ? setting.unset(bucket.name()) : document);
            }
        }
    }

    private static void checkPolicy(String document) throws AwsError {
        try {
            if (JSON.readTree(document).path("Statement").isContainerNode()) {
                return;
            }
        } catch (IOException e) {
            throw new AwsError(400, "MalformedPolicy", "Policies must be valid JSON and the first byte must be '{'");
        }
        throw new AwsError(400, "MalformedPolicy", "Missing required field Statement");
    }
}
