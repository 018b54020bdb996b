package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Finds the object that {@code x-amz-copy-source} names. It may be in another region, but must be open to the caller.
 */
final class CopySource {

    private final InMemoryObjectStore store;

    CopySource(InMemoryObjectStore store) {
        this.store = store;
    }

    S3Object find(S3Request request) throws AwsError {
        String header = request.header("x-amz-copy-source");
        String source = decode(header.replaceFirst("\\?versionId=null$", "")).replaceFirst("^/", "");
        int slash = source.indexOf('/');
        if (slash <= 0 || slash == source.length() - 1) {
            throw S3Errors.invalidArgument("x-amz-copy-source", header, "A copy source has the form bucket/key.");
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
        S3Object object = bucket.objects().get(named.key());
        if (object == null) {
            throw S3Errors.noSuchKey(named.key());
        }
        return object;
    }

    private static String decode(String header) throws AwsError {
        try {
            return URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw S3Errors.invalidArgument("x-amz-copy-source", header, "A copy source must be URL-encoded.");
        }
    }
}
