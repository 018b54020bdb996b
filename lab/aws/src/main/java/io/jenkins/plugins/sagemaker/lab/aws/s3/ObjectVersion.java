package io.jenkins.plugins.sagemaker.lab.aws.s3;

import java.time.Instant;

/**
 * One version of an object, or the marker that stands for its deletion.
 *
 * @param id {@link #NULL} for what was put while versioning was off
 * @param object null for a delete marker
 * @param since when it became the newest
 */
record ObjectVersion(String key, String id, S3Object object, Instant since) {

    static final String NULL = "null";

    boolean isDeleteMarker() {
        return object == null;
    }
}
