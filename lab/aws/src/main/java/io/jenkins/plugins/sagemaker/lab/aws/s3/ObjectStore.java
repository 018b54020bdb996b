package io.jenkins.plugins.sagemaker.lab.aws.s3;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The content of the local S3, for services that read and write it in process. Bucket names are global, as in AWS. */
public interface ObjectStore {

    /** Creates a bucket; keeps the one that is there. */
    void createBucket(String account, String region, String bucket);

    boolean hasBucket(String bucket);

    /** @throws IllegalArgumentException if there is no such bucket */
    void put(String bucket, String key, byte[] content, Map<String, String> metadata);

    Optional<StoredObject> get(String bucket, String key);

    /**
     * All objects whose key begins with the prefix, in the order of S3 (UTF-8 bytes of the key); empty for an unknown
     * bucket.
     */
    List<StoredObject> list(String bucket, String prefix);

    /** One object as stored. */
    interface StoredObject {
        String bucket();

        String key();

        byte[] content();

        /** The entity tag without quotes. */
        String etag();

        Instant lastModified();

        Map<String, String> metadata();
    }
}
