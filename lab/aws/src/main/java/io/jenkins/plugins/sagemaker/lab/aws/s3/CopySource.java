package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds the object that {@code x-amz-copy-source} names. It may be in another region, but must be open to the caller.
 */
final class CopySource {

    private final InMemoryObjectStore store;

    CopySource(InMemoryObjectStore store) {
        this.store = store;
    }

    ObjectVersion find(S3Request request) throws AwsError {
        String header = request.header("x-amz-copy-source");
        int question = header.indexOf("?versionId=");
        String id = question < 0 ? null : header.substring(question + "?versionId=".length());
        String source =
                decode(question < 0 ? header : header.substring(0, question)).replaceFirst("^/", "");
        int slash = source.indexOf('/');
        if (slash <= 0 || slash == source.length() - 1) {
            throw S3Errors.invalidArgument("x-amz-copy-source", header, "Invalid copy source bucket name");
        }
        Call call = request.call();
        var named = S3Request.of(new Call(
                call.service(),
                "",
                call.account(),
                call.region(),
                "GET",
                "/" + source,
                Map.of(),
                Map.of(),
                new byte[0]));
        Bucket bucket = store.find(named.bucket()).orElse(null);
        if (bucket == null) {
            throw S3Errors.noSuchBucket(named.bucket());
        }
        if (!bucket.admits(call.account())) {
            throw new AwsError(403, "AccessDenied", "Access Denied");
        }
        ObjectVersion version = (id == null
                        ? bucket.versions().newest(named.key())
                        : bucket.versions().find(named.key(), id))
                .orElse(null);
        if (version == null || version.isDeleteMarker()) {
            throw id == null ? S3Errors.noSuchKey(named.key()) : S3Errors.noSuchVersion(named.key(), id);
        }
        return version;
    }

    /** What the answer to a copy says of the source's version. */
    Map<String, String> headers(ObjectVersion source) {
        return store
                .find(source.object().bucket())
                .map(bucket -> bucket.headers(source))
                .orElse(Map.of())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().replace("x-amz-", "x-amz-copy-source-"), Map.Entry::getValue));
    }

    private static String decode(String header) throws AwsError {
        try {
            return URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw S3Errors.invalidArgument("x-amz-copy-source", header, "Invalid copy source encoding.");
        }
    }
}
