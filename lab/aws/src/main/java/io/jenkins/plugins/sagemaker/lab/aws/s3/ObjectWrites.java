package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** PutObject and CopyObject. */
final class ObjectWrites {

    private static final int MAX_KEY_BYTES = 1024;

    private final BucketOperations buckets;
    private final CopySource sources;
    private final Timeline timeline;

    ObjectWrites(BucketOperations buckets, CopySource sources, Timeline timeline) {
        this.buckets = buckets;
        this.sources = sources;
        this.timeline = timeline;
    }

    Reply put(S3Request request) throws AwsError {
        Bucket bucket = buckets.find(request);
        Checksum checksum = Integrity.check(request).orElse(null);
        ObjectHeaders headers = ObjectHeaders.of(request, bucket);
        byte[] content = request.call().body();
        S3Object object = new S3Object(
                bucket.name(),
                request.key(),
                content,
                Digests.md5Hex(content),
                now(),
                headers.metadata(),
                headers.headers(),
                headers.tags(),
                checksum,
                List.of());
        ObjectVersion version = store(bucket, request, object);
        return written(object, headers.encryption()).with(bucket.headers(version));
    }

    static Reply written(S3Object object, Map<String, String> encryption) {
        Reply reply = new Reply(200, encryption, new byte[0]).with("ETag", object.quotedEtag());
        return object.checksum() == null
                ? reply
                : reply.with(
                                object.checksum().algorithm().header(),
                                object.checksum().value())
                        .with("x-amz-checksum-type", object.checksum().type());
    }

    /** Puts an object in its place, if the request's conditions hold. */
    static ObjectVersion store(Bucket bucket, S3Request request, S3Object object) throws AwsError {
        if (object.key().getBytes(StandardCharsets.UTF_8).length > MAX_KEY_BYTES) {
            throw new AwsError(400, "KeyTooLongError", "Your key is too long", Map.of("MaxSizeAllowed", MAX_KEY_BYTES));
        }
        // The condition and the write are one: of two writers that expect no object, one fails.
        synchronized (bucket) {
            Conditions.checkWrite(request, bucket.objects().get(object.key()));
            return bucket.put(object);
        }
    }

    Reply copy(S3Request request) throws AwsError {
        Bucket bucket = buckets.find(request);
        ObjectVersion from = sources.find(request);
        S3Object source = from.object();
        Conditions.checkSource(request, source);
        boolean replace = "REPLACE".equals(request.header("x-amz-metadata-directive"));
        boolean replaceTags = "REPLACE".equals(request.header("x-amz-tagging-directive"));
        boolean restored =
                request.header("x-amz-storage-class") != null || request.header("x-amz-server-side-encryption") != null;
        if (source.bucket().equals(bucket.name()) && source.key().equals(request.key()) && !replace && !restored) {
            throw new AwsError(
                    400,
                    "InvalidRequest",
                    "This copy request is illegal because it is trying to copy an object to itself without changing the"
                            + " object's metadata, storage class, website redirect location or encryption"
                            + " attributes.");
        }
        ObjectHeaders headers = ObjectHeaders.of(request, bucket);
        Instant now = now();
        String asked = request.header("x-amz-checksum-algorithm");
        Checksum checksum = ChecksumAlgorithm.named(asked)
                .map(algorithm -> new Checksum(algorithm, algorithm.base64(source.content()), false))
                .orElse(source.checksum());
        S3Object object = new S3Object(
                bucket.name(),
                request.key(),
                source.content(),
                source.partSizes().isEmpty() ? source.etag() : Digests.md5Hex(source.content()),
                now,
                replace ? headers.metadata() : source.metadata(),
                replace ? headers.headers() : headers.ofCopy(source),
                replaceTags ? headers.tags() : source.tags(),
                checksum,
                List.of());
        ObjectVersion version = bucket.put(object);
        Reply reply = S3Reply.xml("CopyObjectResult", xml -> {
            xml.element("LastModified", S3Reply.xmlDate(now)).element("ETag", object.quotedEtag());
            if (checksum != null) {
                xml.element(checksum.algorithm().element(), checksum.value()).element("ChecksumType", checksum.type());
            }
        });
        return reply.with(headers.encryption()).with(bucket.headers(version)).with(sources.headers(from));
    }

    private Instant now() {
        return timeline.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
