package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** GetObject, HeadObject and GetObjectAttributes. */
final class ObjectReads {

    /** Parameters of a GET that replace a header of the answer; presigned URLs use them. */
    private static final Map<String, String> OVERRIDES = Map.of(
            "response-cache-control", "Cache-Control",
            "response-content-disposition", "Content-Disposition",
            "response-content-encoding", "Content-Encoding",
            "response-content-language", "Content-Language",
            "response-content-type", "Content-Type",
            "response-expires", "Expires");

    private final BucketOperations buckets;

    ObjectReads(BucketOperations buckets) {
        this.buckets = buckets;
    }

    /** The version that a request names, else the newest. */
    ObjectVersion find(S3Request request) throws AwsError {
        Versions versions = buckets.find(request).versions();
        String id = request.parameter("versionId");
        ObjectVersion version =
                (id == null ? versions.newest(request.key()) : versions.find(request.key(), id)).orElse(null);
        if (id != null && version == null) {
            throw S3Errors.noSuchVersion(request.key(), id);
        }
        if (version == null || (id == null && version.isDeleteMarker())) {
            throw S3Errors.noSuchKey(request.key());
        }
        if (version.isDeleteMarker()) {
            throw new AwsError(
                    405,
                    "MethodNotAllowed",
                    "The specified method is not allowed against this resource.",
                    Map.of("Method", request.call().method(), "ResourceType", "DeleteMarker"));
        }
        return version;
    }

    /** Answers GET and HEAD alike; the server leaves the body of a HEAD away. */
    Reply get(S3Request request) throws AwsError {
        ObjectVersion version = find(request);
        S3Object object = version.object();
        Map<String, String> headers = headers(object, request);
        headers.putAll(buckets.find(request).headers(version));
        if (Conditions.notModified(request, object)) {
            headers.keySet().retainAll(Set.of("ETag", "Last-Modified", "Cache-Control", "Expires"));
            return new Reply(304, headers, new byte[0]);
        }
        ByteRange range = range(request, object);
        byte[] content = object.content();
        if (range == null) {
            checksum(request, object, headers);
            return new Reply(200, headers, content);
        }
        headers.put("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + content.length);
        return new Reply(206, headers, Arrays.copyOfRange(content, range.first(), range.last() + 1));
    }

    private static ByteRange range(S3Request request, S3Object object) throws AwsError {
        String part = request.parameter("partNumber");
        if (part == null) {
            return ByteRange.parse(request.header("range"), object.content().length);
        }
        int number = request.number("partNumber", 1);
        List<Integer> sizes = object.partSizes().isEmpty() ? List.of(object.content().length) : object.partSizes();
        if (number < 1 || number > sizes.size()) {
            throw new AwsError(416, "InvalidPartNumber", "The requested partnumber is not satisfiable");
        }
        int first = sizes.subList(0, number - 1).stream()
                .mapToInt(Integer::intValue)
                .sum();
        int last = first + sizes.get(number - 1) - 1;
        return last < first ? null : new ByteRange(first, last);
    }

    private static Map<String, String> headers(S3Object object, S3Request request) {
        Map<String, String> headers = new LinkedHashMap<>(object.headers());
        headers.put("ETag", object.quotedEtag());
        headers.put("Last-Modified", S3Reply.httpDate(object.lastModified()));
        headers.put("Accept-Ranges", "bytes");
        object.metadata().forEach((name, value) -> headers.put("x-amz-meta-" + name, value));
        if (!object.tags().isEmpty()) {
            headers.put("x-amz-tagging-count", Integer.toString(object.tags().size()));
        }
        if (request.has("partNumber") && !object.partSizes().isEmpty()) {
            headers.put(
                    "x-amz-mp-parts-count", Integer.toString(object.partSizes().size()));
        }
        OVERRIDES.forEach((parameter, header) -> {
            if (request.parameter(parameter) != null) {
                headers.put(header, request.parameter(parameter));
            }
        });
        return headers;
    }

    private static void checksum(S3Request request, S3Object object, Map<String, String> headers) {
        if ("enabled"
                        .equals(String.valueOf(request.header("x-amz-checksum-mode"))
                                .toLowerCase(Locale.ROOT))
                && object.checksum() != null) {
            headers.put(
                    object.checksum().algorithm().header(), object.checksum().value());
            headers.put("x-amz-checksum-type", object.checksum().type());
        }
    }

    Reply attributes(S3Request request) throws AwsError {
        ObjectVersion version = find(request);
        S3Object object = version.object();
        List<String> wanted = request.call().headers().getOrDefault("x-amz-object-attributes", List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .toList();
        Reply reply = S3Reply.xml("GetObjectAttributesResponse", xml -> {
            if (wanted.contains("ETag")) {
                xml.element("ETag", object.etag());
            }
            if (wanted.contains("Checksum") && object.checksum() != null) {
                xml.nested(
                        "Checksum",
                        c -> c.element(
                                        object.checksum().algorithm().element(),
                                        object.checksum().value())
                                .element("ChecksumType", object.checksum().type()));
            }
            if (wanted.contains("ObjectParts") && !object.partSizes().isEmpty()) {
                xml.nested(
                        "ObjectParts",
                        p -> p.element("PartsCount", object.partSizes().size()));
            }
            if (wanted.contains("StorageClass")) {
                xml.element("StorageClass", object.headers().getOrDefault("x-amz-storage-class", "STANDARD"));
            }
            if (wanted.contains("ObjectSize")) {
                xml.element("ObjectSize", object.content().length);
            }
        });
        return reply.with(buckets.find(request).headers(version))
                .with("Last-Modified", S3Reply.httpDate(object.lastModified()));
    }
}
