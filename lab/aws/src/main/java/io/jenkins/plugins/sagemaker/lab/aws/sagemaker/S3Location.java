package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

/**
 * A place in S3, given as {@code s3://bucket/key} (or with {@code https}, which SageMaker's API lets pass).
 *
 * @param bucket the bucket
 * @param key a key or a prefix of keys; may be empty
 */
record S3Location(String bucket, String key) {

    static S3Location parse(String uri) {
        String rest = uri.substring(uri.indexOf("://") + 3);
        int slash = rest.indexOf('/');
        return slash < 0
                ? new S3Location(rest, "")
                : new S3Location(rest.substring(0, slash), rest.substring(slash + 1));
    }

    /** The place below this one, whether or not this one ends with a slash. */
    S3Location below(String path) {
        String folder = key.isEmpty() || key.endsWith("/") ? key : key + "/";
        return new S3Location(bucket, folder + path);
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
