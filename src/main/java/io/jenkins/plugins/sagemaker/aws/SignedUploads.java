package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.aws.Workspace.LocalFile;
import io.jenkins.plugins.sagemaker.aws.Workspace.Part;
import io.jenkins.plugins.sagemaker.aws.Workspace.Upload;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Requests that are signed here and sent by an agent, so that no credentials travel to it. */
final class SignedUploads {

    private static final Duration SIGNED_FOR = Duration.ofHours(1);

    /** What an HTTP client sets by itself. */
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length");

    private SignedUploads() {}

    /** For a file whose digest S3 shall check. */
    static Upload whole(Aws aws, LocalFile file, S3Location to) {
        var request = aws.presigner()
                .presignPutObject(p -> p.signatureDuration(SIGNED_FOR)
                        .putObjectRequest(r -> r.bucket(to.bucket())
                                .key(to.key())
                                .contentLength(file.size())
                                .checksumSHA256(base64(file.sha256()))));
        return Upload.whole(file.source(), request.url().toString(), headers(request.signedHeaders()));
    }

    /** For something that is made only as it is sent. */
    static Upload unread(Aws aws, String name, S3Location to) {
        var request = aws.presigner()
                .presignPutObject(p -> p.signatureDuration(SIGNED_FOR)
                        .putObjectRequest(r -> r.bucket(to.bucket()).key(to.key())));
        return Upload.whole(name, request.url().toString(), headers(request.signedHeaders()));
    }

    /**
     * For a part of a multipart upload.
     *
     * @param number counts from 1
     * @param sha256 of the part, which S3 shall check, in hexadecimal
     */
    static Upload part(Aws aws, LocalFile file, S3Location to, String uploadId, int number, Part part, String sha256) {
        var request = aws.presigner()
                .presignUploadPart(p -> p.signatureDuration(SIGNED_FOR)
                        .uploadPartRequest(r -> r.bucket(to.bucket())
                                .key(to.key())
                                .uploadId(uploadId)
                                .partNumber(number)
                                .contentLength(part.length())
                                .checksumSHA256(base64(sha256))));
        return new Upload(file.source(), request.url().toString(), headers(request.signedHeaders()), part);
    }

    /** As S3 writes digests. */
    static String base64(String hexadecimal) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hexadecimal));
    }

    private static Map<String, String> headers(Map<String, List<String>> signed) {
        Map<String, String> headers = new TreeMap<>();
        signed.forEach((name, values) -> headers.put(name, String.join(",", values)));
        headers.keySet().removeIf(name -> OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
        return Map.copyOf(headers);
    }
}
