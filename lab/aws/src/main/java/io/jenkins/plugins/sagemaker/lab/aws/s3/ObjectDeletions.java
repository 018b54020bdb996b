package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import io.jenkins.plugins.sagemaker.lab.aws.XmlBody;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** DeleteObject and DeleteObjects: of objects, which leave a marker where versioning is on, and of single versions. */
final class ObjectDeletions {

    private static final int MAX_DELETIONS = 1000;

    private final BucketOperations buckets;
    private final Timeline timeline;

    ObjectDeletions(BucketOperations buckets, Timeline timeline) {
        this.buckets = buckets;
        this.timeline = timeline;
    }

    Reply one(S3Request request) throws AwsError {
        Bucket bucket = buckets.find(request);
        Optional<ObjectVersion> deleted = delete(bucket, request.key(), request.parameter("versionId"));
        if (deleted.isEmpty()) {
            return Reply.empty(204);
        }
        Reply reply = Reply.empty(204).with(bucket.headers(deleted.get()));
        return deleted.get().isDeleteMarker() ? reply.with("x-amz-delete-marker", "true") : reply;
    }

    Reply many(S3Request request) throws AwsError {
        Bucket bucket = buckets.find(request);
        Integrity.check(request);
        RequestXml body = RequestXml.parse(request.call().body());
        List<RequestXml> objects = body.children("Object");
        if (objects.isEmpty() || objects.size() > MAX_DELETIONS) {
            throw S3Errors.malformedXml();
        }
        boolean quiet = "true".equals(body.text("Quiet"));
        for (RequestXml object : objects) {
            if (object.text("Key") == null || object.text("Key").isEmpty()) {
                throw S3Errors.malformedXml();
            }
        }
        return S3Reply.xml("DeleteResult", xml -> {
            for (RequestXml object : objects) {
                String id = object.text("VersionId");
                Optional<ObjectVersion> deleted = delete(bucket, object.text("Key"), id);
                if (!quiet) {
                    xml.nested("Deleted", d -> describe(d, object.text("Key"), id, deleted));
                }
            }
        });
    }

    private static void describe(XmlBody xml, String key, String id, Optional<ObjectVersion> deleted) {
        xml.element("Key", key).element("VersionId", id);
        deleted.filter(ObjectVersion::isDeleteMarker)
                .ifPresent(marker -> xml.element("DeleteMarker", true).element("DeleteMarkerVersionId", marker.id()));
    }

    /** @return the marker that was made, or the version that is gone; empty if there is nothing to tell */
    private Optional<ObjectVersion> delete(Bucket bucket, String key, String id) {
        return id == null
                ? bucket.versions()
                        .delete(key, bucket.versioning(), timeline.now().truncatedTo(ChronoUnit.MILLIS))
                : bucket.versions().remove(key, id);
    }
}
