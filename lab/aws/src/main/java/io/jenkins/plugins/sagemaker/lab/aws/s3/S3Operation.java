package io.jenkins.plugins.sagemaker.lab.aws.s3;

import java.util.Map;
import java.util.Set;

/**
 * Finds the name of the operation that a REST request to S3 means: from the method, the sub-resource in the query, and
 * some headers.
 */
final class S3Operation {

    private static final Map<String, String> BUCKET_READS = Map.of(
            "acl", "GetBucketAcl",
            "location", "GetBucketLocation",
            "policyStatus", "GetBucketPolicyStatus",
            "uploads", "ListMultipartUploads",
            "versions", "ListObjectVersions",
            "list-type", "ListObjectsV2");

    /**
     * Sub-resources that the local S3 has not; without this list a request for one would be taken for a listing or an
     * object.
     */
    private static final Set<String> ABSENT = Set.of(
            "analytics",
            "intelligent-tiering",
            "inventory",
            "legal-hold",
            "metadataTable",
            "metrics",
            "restore",
            "retention",
            "select",
            "session",
            "torrent");

    /** What is answered with NotImplemented. */
    static final String UNKNOWN = "Unknown";

    private S3Operation() {}

    static String of(S3Request request) {
        if (request.call().query().keySet().stream().anyMatch(ABSENT::contains)) {
            return UNKNOWN;
        }
        if (request.bucket().isEmpty()) {
            return request.call().method().equals("GET") ? "ListBuckets" : UNKNOWN;
        }
        return request.key().isEmpty() ? ofBucket(request) : ofObject(request);
    }

    private static String ofBucket(S3Request request) {
        String method = request.call().method();
        for (BucketSetting setting : BucketSetting.values()) {
            if (request.has(setting.resource())) {
                return setting.operation(method);
            }
        }
        return switch (method) {
            case "GET" ->
                BUCKET_READS.entrySet().stream()
                        .filter(read -> request.has(read.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("ListObjects");
            case "HEAD" -> "HeadBucket";
            case "PUT" -> request.has("acl") ? "PutBucketAcl" : "CreateBucket";
            case "DELETE" -> "DeleteBucket";
            case "POST" -> request.has("delete") ? "DeleteObjects" : "PostObject";
            default -> UNKNOWN;
        };
    }

    private static String ofObject(S3Request request) {
        boolean upload = request.has("uploadId");
        boolean tagging = request.has("tagging");
        return switch (request.call().method()) {
            case "GET" -> {
                if (request.has("attributes")) {
                    yield "GetObjectAttributes";
                }
                yield upload
                        ? "ListParts"
                        : tagging ? "GetObjectTagging" : request.has("acl") ? "GetObjectAcl" : "GetObject";
            }
            case "HEAD" -> "HeadObject";
            case "PUT" -> {
                boolean copy = request.header("x-amz-copy-source") != null;
                if (upload) {
                    yield copy ? "UploadPartCopy" : "UploadPart";
                }
                yield tagging
                        ? "PutObjectTagging"
                        : request.has("acl") ? "PutObjectAcl" : copy ? "CopyObject" : "PutObject";
            }
            case "DELETE" -> upload ? "AbortMultipartUpload" : tagging ? "DeleteObjectTagging" : "DeleteObject";
            case "POST" -> {
                if (request.has("uploads")) {
                    yield "CreateMultipartUpload";
                }
                yield upload ? "CompleteMultipartUpload" : UNKNOWN;
            }
            default -> UNKNOWN;
        };
    }
}
