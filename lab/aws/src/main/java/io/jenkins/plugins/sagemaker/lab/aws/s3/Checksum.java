package io.jenkins.plugins.sagemaker.lab.aws.s3;

/**
 * A checksum as S3 keeps it beside an object.
 *
 * @param algorithm how it is computed
 * @param value base64; of a composite one with the number of parts behind a hyphen
 * @param composite whether it is that of the parts' checksums, not of the content
 */
record Checksum(ChecksumAlgorithm algorithm, String value, boolean composite) {

    String type() {
        return composite ? "COMPOSITE" : "FULL_OBJECT";
    }
}
