package io.jenkins.plugins.sagemaker.lab.aws.s3;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An object as stored; immutable.
 *
 * @param etag entity tag without quotes
 * @param metadata user metadata, names in lower case and without {@code x-amz-meta-}
 * @param headers system metadata that comes back with the object, such as {@code Content-Type}, by header name
 * @param tags object tags
 * @param checksum the checksum the client gave, or null
 * @param partSizes sizes of the parts of a multipart upload; empty for an object uploaded in one
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares these; copying content would be dear.
record S3Object(
        String bucket,
        String key,
        byte[] content,
        String etag,
        Instant lastModified,
        Map<String, String> metadata,
        Map<String, String> headers,
        Map<String, String> tags,
        Checksum checksum,
        List<Integer> partSizes)
        implements ObjectStore.StoredObject {

    S3Object {
        metadata = Map.copyOf(metadata);
        headers = Map.copyOf(headers);
        tags = Map.copyOf(tags);
        partSizes = List.copyOf(partSizes);
    }

    S3Object withTags(Map<String, String> newTags) {
        return new S3Object(bucket, key, content, etag, lastModified, metadata, headers, newTags, checksum, partSizes);
    }

    String quotedEtag() {
        return '"' + etag + '"';
    }
}
