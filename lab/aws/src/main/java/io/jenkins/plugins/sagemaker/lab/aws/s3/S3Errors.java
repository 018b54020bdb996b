package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.util.Map;

/** S3's errors, with the further elements that S3 puts into them. Source: S3 API reference, list of error codes. */
final class S3Errors {

    private S3Errors() {}

    static AwsError noSuchBucket(String bucket) {
        return new AwsError(404, "NoSuchBucket", "There is no such bucket.", Map.of("BucketName", bucket));
    }

    static AwsError noSuchKey(String key) {
        return new AwsError(404, "NoSuchKey", "There is no object with this key.", Map.of("Key", key));
    }

    static AwsError noSuchUpload(String upload) {
        return new AwsError(
                404,
                "NoSuchUpload",
                "There is no such multipart upload; it may have been completed or aborted.",
                Map.of("UploadId", upload));
    }

    static AwsError preconditionFailed(String condition) {
        return new AwsError(
                412,
                "PreconditionFailed",
                "A condition of the request does not hold for the object.",
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
                400, "MalformedXML", "The XML of the request is not well-formed or not what this operation expects.");
    }

    static AwsError badDigest(String header) {
        return new AwsError(400, "BadDigest", "The " + header + " of the request does not match the content received.");
    }

    static AwsError notImplemented(String what) {
        return new AwsError(501, "NotImplemented", "The local S3 does not implement " + what + ".");
    }
}
