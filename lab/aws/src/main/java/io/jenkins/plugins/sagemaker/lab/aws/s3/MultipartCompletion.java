package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import io.jenkins.plugins.sagemaker.lab.aws.s3.MultipartUpload.Part;
import java.io.ByteArrayOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * CompleteMultipartUpload: puts the parts together. Repeating it, as a client does that got no answer, succeeds again.
 */
final class MultipartCompletion {

    private static final int MIN_PART_BYTES = 5 << 20;

    private final BucketOperations buckets;
    private final MultipartOperations uploads;
    private final Timeline timeline;
    private final Map<String, Done> done = new ConcurrentHashMap<>();

    MultipartCompletion(BucketOperations buckets, MultipartOperations uploads, Timeline timeline) {
        this.buckets = buckets;
        this.uploads = uploads;
        this.timeline = timeline;
    }

    /** What was answered when an upload was completed, for whoever asks again. */
    private record Done(String bucket, String key, String etag, Checksum checksum, Map<String, String> headers) {}

    Reply complete(S3Request request) throws AwsError {
        Bucket bucket = buckets.find(request);
        Done before = done.get(request.parameter("uploadId", ""));
        if (before != null
                && before.bucket().equals(request.bucket())
                && before.key().equals(request.key())) {
            return answer(before);
        }
        MultipartUpload upload = uploads.find(request);
        List<Part> parts = chosen(upload, RequestXml.parse(request.call().body()));
        S3Object object = object(bucket, upload, parts);
        ObjectVersion version = ObjectWrites.store(bucket, request, object);
        Map<String, String> headers = new LinkedHashMap<>(upload.headers().encryption());
        headers.putAll(bucket.headers(version));
        var now = new Done(bucket.name(), object.key(), object.quotedEtag(), object.checksum(), headers);
        done.put(upload.id(), now);
        bucket.uploads().remove(upload.id());
        return answer(now);
    }

    private static Reply answer(Done upload) {
        Reply reply = S3Reply.xml("CompleteMultipartUploadResult", xml -> {
            xml.element("Location", "/" + upload.bucket() + "/" + upload.key())
                    .element("Bucket", upload.bucket())
                    .element("Key", upload.key())
                    .element("ETag", upload.etag());
            Checksum checksum = upload.checksum();
            if (checksum != null) {
                xml.element(checksum.algorithm().element(), checksum.value()).element("ChecksumType", checksum.type());
            }
        });
        return reply.with(upload.headers());
    }

    private static List<Part> chosen(MultipartUpload upload, RequestXml body) throws AwsError {
        List<Part> parts = new ArrayList<>();
        for (RequestXml named : body.children("Part")) {
            Part part = upload.parts().get(number(named));
            String etag = named.text("ETag");
            if (part == null
                    || etag == null
                    || !etag.replace("\"", "").equals(part.etag())
                    || !sameChecksum(named, part)) {
                throw new AwsError(
                        400,
                        "InvalidPart",
                        "One or more of the specified parts could not be found.  The part may not have been uploaded, or"
                                + " the specified entity tag may not match the part's entity tag.");
            }
            if (!parts.isEmpty()) {
                Part previous = parts.get(parts.size() - 1);
                if (previous.number() >= part.number()) {
                    throw new AwsError(
                            400,
                            "InvalidPartOrder",
                            "The list of parts was not in ascending order. Parts must be ordered by part number.");
                }
                if (previous.content().length < MIN_PART_BYTES) {
                    throw new AwsError(
                            400,
                            "EntityTooSmall",
                            "Your proposed upload is smaller than the minimum allowed size",
                            Map.of(
                                    "ProposedSize",
                                    previous.content().length,
                                    "PartNumber",
                                    previous.number(),
                                    "MinSizeAllowed",
                                    MIN_PART_BYTES));
                }
            }
            parts.add(part);
        }
        if (parts.isEmpty()) {
            throw S3Errors.malformedXml();
        }
        return parts;
    }

    private static int number(RequestXml part) throws AwsError {
        try {
            return Integer.parseInt(String.valueOf(part.text("PartNumber")));
        } catch (NumberFormatException e) {
            throw S3Errors.malformedXml();
        }
    }

    private static boolean sameChecksum(RequestXml named, Part part) {
        if (part.checksum() == null) {
            return true;
        }
        String value = named.text(part.checksum().algorithm().element());
        return value == null || value.equals(part.checksum().value());
    }

    private S3Object object(Bucket bucket, MultipartUpload upload, List<Part> parts) {
        var content = new ByteArrayOutputStream(
                parts.stream().mapToInt(part -> part.content().length).sum());
        var digests = new ByteArrayOutputStream();
        for (Part part : parts) {
            content.writeBytes(part.content());
            digests.writeBytes(HexFormat.of().parseHex(part.etag()));
        }
        byte[] whole = content.toByteArray();
        return new S3Object(
                bucket.name(),
                upload.key(),
                whole,
                Digests.md5Hex(digests.toByteArray()) + "-" + parts.size(),
                timeline.now().truncatedTo(ChronoUnit.MILLIS),
                upload.headers().metadata(),
                upload.headers().headers(),
                upload.headers().tags(),
                checksum(upload, parts, whole),
                parts.stream().map(part -> part.content().length).toList());
    }

    private static Checksum checksum(MultipartUpload upload, List<Part> parts, byte[] whole) {
        ChecksumAlgorithm algorithm = upload.algorithm();
        if (algorithm == null) {
            return null;
        }
        if (!upload.composite()) {
            return new Checksum(algorithm, algorithm.base64(whole), false);
        }
        var checksums = new ByteArrayOutputStream();
        parts.forEach(part -> checksums.writeBytes(algorithm.bytes(part.content())));
        return new Checksum(algorithm, algorithm.base64(checksums.toByteArray()) + "-" + parts.size(), true);
    }
}
