package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import io.jenkins.plugins.sagemaker.lab.aws.XmlBody;
import io.jenkins.plugins.sagemaker.lab.aws.s3.MultipartUpload.Part;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Multipart uploads up to their completion, which {@link MultipartCompletion} does. */
final class MultipartOperations {

    private static final int MAX_PARTS = 10_000;
    private static final int PAGE = 1000;

    private final BucketOperations buckets;
    private final CopySource sources;
    private final Timeline timeline;

    MultipartOperations(BucketOperations buckets, CopySource sources, Timeline timeline) {
        this.buckets = buckets;
        this.sources = sources;
        this.timeline = timeline;
    }

    Reply create(S3Request request) throws AwsError {
        Bucket bucket = buckets.find(request);
        ChecksumAlgorithm algorithm = ChecksumAlgorithm.named(request.header("x-amz-checksum-algorithm"))
                .orElse(null);
        String type = request.header("x-amz-checksum-type");
        // Unless told, S3 makes composite checksums, but has none for CRC64NVME.
        boolean composite = type == null ? algorithm != ChecksumAlgorithm.CRC64NVME : type.equals("COMPOSITE");
        var upload = new MultipartUpload(
                UUID.randomUUID().toString().replace("-", ""),
                request.key(),
                timeline.now().truncatedTo(ChronoUnit.MILLIS),
                ObjectHeaders.of(request, bucket),
                algorithm,
                composite);
        bucket.uploads().put(upload.id(), upload);
        Reply reply = S3Reply.xml(
                "InitiateMultipartUploadResult",
                xml -> xml.element("Bucket", bucket.name())
                        .element("Key", upload.key())
                        .element("UploadId", upload.id()));
        Reply encrypted = reply.with(upload.headers().encryption());
        return algorithm == null
                ? encrypted
                : encrypted
                        .with("x-amz-checksum-algorithm", algorithm.name())
                        .with("x-amz-checksum-type", composite ? "COMPOSITE" : "FULL_OBJECT");
    }

    Reply uploadPart(S3Request request) throws AwsError {
        MultipartUpload upload = find(request);
        Checksum checksum = Integrity.check(request).orElse(null);
        Part part = add(upload, request, request.call().body(), checksum);
        Reply reply = new Reply(200, upload.headers().encryption(), new byte[0]).with("ETag", part.quotedEtag());
        return checksum == null ? reply : reply.with(checksum.algorithm().header(), checksum.value());
    }

    Reply copyPart(S3Request request) throws AwsError {
        MultipartUpload upload = find(request);
        S3Object source = sources.find(request).object();
        Conditions.checkSource(request, source);
        byte[] content = source.content();
        String header = request.header("x-amz-copy-source-range");
        ByteRange range = ByteRange.parse(header, content.length);
        if (header != null && range == null) {
            throw S3Errors.invalidArgument(
                    "x-amz-copy-source-range",
                    header,
                    "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy");
        }
        Part part = add(
                upload,
                request,
                range == null ? content : Arrays.copyOfRange(content, range.first(), range.last() + 1),
                null);
        return S3Reply.xml(
                "CopyPartResult",
                xml -> xml.element("LastModified", S3Reply.xmlDate(part.uploaded()))
                        .element("ETag", part.quotedEtag()));
    }

    private Part add(MultipartUpload upload, S3Request request, byte[] content, Checksum checksum) throws AwsError {
        int number = request.number("partNumber", 0);
        if (number < 1 || number > MAX_PARTS) {
            throw S3Errors.invalidArgument(
                    "partNumber",
                    request.parameter("partNumber"),
                    "Part number must be an integer between 1 and " + MAX_PARTS + ", inclusive");
        }
        var part = new Part(
                number,
                content,
                Digests.md5Hex(content),
                checksum,
                timeline.now().truncatedTo(ChronoUnit.MILLIS));
        upload.parts().put(number, part);
        return part;
    }

    Reply abort(S3Request request) throws AwsError {
        MultipartUpload upload = find(request);
        buckets.find(request).uploads().remove(upload.id());
        return Reply.empty(204);
    }

    Reply listParts(S3Request request) throws AwsError {
        MultipartUpload upload = find(request);
        int max = Math.min(PAGE, request.number("max-parts", PAGE));
        int marker = request.number("part-number-marker", 0);
        List<Part> rest = List.copyOf(upload.parts().tailMap(marker, false).values());
        List<Part> page = rest.subList(0, Math.min(max, rest.size()));
        return S3Reply.xml("ListPartsResult", xml -> {
            xml.element("Bucket", request.bucket())
                    .element("Key", upload.key())
                    .element("UploadId", upload.id())
                    .element("PartNumberMarker", marker);
            if (page.size() < rest.size() && !page.isEmpty()) {
                xml.element("NextPartNumberMarker", page.get(page.size() - 1).number());
            }
            xml.element("MaxParts", max).element("IsTruncated", page.size() < rest.size());
            page.forEach(part -> xml.nested("Part", p -> part(p, part)));
            S3Reply.owner(xml, "Initiator", request.call().account());
            S3Reply.owner(xml, "Owner", request.call().account());
            xml.element("StorageClass", "STANDARD");
        });
    }

    private static void part(XmlBody xml, Part part) {
        xml.element("PartNumber", part.number())
                .element("LastModified", S3Reply.xmlDate(part.uploaded()))
                .element("ETag", part.quotedEtag())
                .element("Size", part.content().length);
        if (part.checksum() != null) {
            xml.element(part.checksum().algorithm().element(), part.checksum().value());
        }
    }

    /** Lists up to a thousand uploads; nobody has had more here. */
    Reply listUploads(S3Request request) throws AwsError {
        Bucket bucket = buckets.find(request);
        String prefix = request.parameter("prefix", "");
        List<MultipartUpload> uploads = bucket.uploads().values().stream()
                .filter(upload -> upload.key().startsWith(prefix))
                .sorted((a, b) -> KeyOrder.UTF_8.compare(a.key(), b.key()))
                .limit(PAGE)
                .toList();
        return S3Reply.xml("ListMultipartUploadsResult", xml -> {
            xml.element("Bucket", bucket.name())
                    .element("KeyMarker", "")
                    .element("UploadIdMarker", "")
                    .element("Prefix", prefix)
                    .element("MaxUploads", PAGE)
                    .element("IsTruncated", false);
            uploads.forEach(upload -> xml.nested("Upload", u -> {
                u.element("Key", upload.key()).element("UploadId", upload.id());
                S3Reply.owner(u, "Initiator", bucket.account());
                S3Reply.owner(u, "Owner", bucket.account());
                u.element("StorageClass", "STANDARD").element("Initiated", S3Reply.xmlDate(upload.initiated()));
                if (upload.algorithm() != null) {
                    u.element("ChecksumAlgorithm", upload.algorithm().name())
                            .element("ChecksumType", upload.composite() ? "COMPOSITE" : "FULL_OBJECT");
                }
            }));
        });
    }

    MultipartUpload find(S3Request request) throws AwsError {
        String id = request.parameter("uploadId", "");
        MultipartUpload upload = buckets.find(request).uploads().get(id);
        if (upload == null || !upload.key().equals(request.key())) {
            throw S3Errors.noSuchUpload(id);
        }
        return upload;
    }
}
