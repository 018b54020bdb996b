package io.jenkins.plugins.sagemaker.lab.aws.s3;

import java.time.Instant;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * An upload under way.
 *
 * @param algorithm the checksum announced for it, or null
 * @param composite whether the whole's checksum is that of the parts' checksums
 * @param parts what was uploaded, by part number
 */
record MultipartUpload(
        String id,
        String key,
        Instant initiated,
        ObjectHeaders headers,
        ChecksumAlgorithm algorithm,
        boolean composite,
        ConcurrentNavigableMap<Integer, Part> parts) {

    MultipartUpload(
            String id,
            String key,
            Instant initiated,
            ObjectHeaders headers,
            ChecksumAlgorithm algorithm,
            boolean composite) {
        this(id, key, initiated, headers, algorithm, composite, new ConcurrentSkipListMap<>());
    }

    /**
     * One part.
     *
     * @param checksum null if none was sent
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares these; copying content would be dear.
    record Part(int number, byte[] content, String etag, Checksum checksum, Instant uploaded) {

        String quotedEtag() {
            return '"' + etag + '"';
        }
    }
}
