package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Verifies what a request says about its own body: the hash of its signature, Content-MD5, and S3's checksums. */
final class Integrity {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private Integrity() {}

    /**
     * Compares the body with the hash that was signed; other values of the header ({@code UNSIGNED-PAYLOAD}) say
     * nothing.
     */
    static void checkSignedHash(S3Request request) throws AwsError {
        String signed = request.header("x-amz-content-sha256");
        if (signed != null
                && HASH.matcher(signed).matches()
                && !Digests.sha256Hex(request.call().body()).equals(signed)) {
            throw new AwsError(
                    400,
                    "XAmzContentSHA256Mismatch",
                    "The provided 'x-amz-content-sha256' header does not match what was computed.");
        }
    }

    /** Verifies MD5 and checksum of the body. @return the checksum that was sent, if any */
    static Optional<Checksum> check(S3Request request) throws AwsError {
        byte[] body = request.call().body();
        String md5 = request.header("content-md5");
        if (md5 != null && !Arrays.equals(decode(md5), Digests.digest("MD5", body))) {
            throw S3Errors.badDigest("Content-MD5");
        }
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            String sent = request.header(algorithm.header());
            if (sent != null) {
                if (!algorithm.base64(body).equals(sent)) {
                    throw S3Errors.badDigest(algorithm.name());
                }
                return Optional.of(new Checksum(algorithm, sent, false));
            }
        }
        return Optional.empty();
    }

    private static byte[] decode(String md5) throws AwsError {
        try {
            byte[] digest = Base64.getDecoder().decode(md5);
            if (digest.length == 16) {
                return digest;
            }
        } catch (IllegalArgumentException e) {
            throw new AwsError(400, "InvalidDigest", "The Content-MD5 you specified was invalid.");
        }
        throw new AwsError(400, "InvalidDigest", "The Content-MD5 you specified was invalid.");
    }
}
