package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.util.Map;

/** S3's errors, with the further elements that S3 puts into them. Source: S3 API reference, list of error codes. */
final class S3Errors {

    private S3Errors() {}

    static AwsError noSuchBucket(String bucket) {
        return new AwsError(404, "NoSuchBucket", "The specified bucket does not exist", Map.of("BucketName", bucket));
    }

    static AwsError noSuchKey(String key) {
        return new AwsError(404, "NoSuchKey", "The specified key does not exist.", Map.of("Key", key));
    }

    static AwsError noSuchVersion(String key, String id) {
        return new AwsError(
                404, "NoSuchVersion", "The specified version does not exist.", Map.of("Key", key, "VersionId", id));
    }

    static AwsError noSuchUpload(String upload) {
        return new AwsError(
                404,
                "NoSuchUpload",
                "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or"
                        + " completed.",
                Map.of("UploadId", upload));
    }

    static AwsError preconditionFailed(String condition) {
        return new AwsError(
                412,
                "PreconditionFailed",
                "At least one of the pre-conditions you specified did not hold",
                Map.of("Condition", condition));
    }

    static AwsError invalidArgument(String name, String value, String message) {
        return new AwsError(
                400,
                "InvalidArgument",
                message,
                Map.of("ArgumentName", name, "ArgumentValue", value == null ? "" : value));
    }

    static AwsError malformedXml() {
        return new AwsError(
                400,
                "MalformedXML",
                "The XML you provided was not well-formed or did not validate against our published schema");
    }

    static AwsError badDigest(String digest) {
        return new AwsError(400, "BadDigest", "The " + digest + " you specified did not match what we received.");
    }

    static AwsError notImplemented(String what) {
        return new AwsError(501, "NotImplemented", "The local S3 does not implement " + what + ".");
    }
}
