package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.XmlBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;

/**
 * The listings of a bucket's objects: the old form, the new one, and that of versions, of which each object has one.
 */
final class ListOperations {

    private static final int MAX_KEYS = 1000;

    private final BucketOperations buckets;

    ListOperations(BucketOperations buckets) {
        this.buckets = buckets;
    }

    Reply version1(S3Request request) throws AwsError {
        String marker = request.parameter("marker", "");
        var page = new Request(buckets.find(request), request, marker);
        return page.answer("ListBucketResult", (xml, listing, encoding) -> {
            xml.element("Marker", encoding.apply(marker));
            if (listing.truncated() && !page.delimiter.isEmpty()) {
                xml.element("NextMarker", encoding.apply(listing.last()));
            }
            listing.objects()
                    .forEach(object -> xml.nested("Contents", c -> {
                        content(c, object, encoding);
                        S3Reply.owner(c, "Owner", page.bucket.account());
                    }));
        });
    }

    Reply version2(S3Request request) throws AwsError {
        String token = request.parameter("continuation-token");
        String startAfter = request.parameter("start-after");
        var page = new Request(
                buckets.find(request), request, token == null ? (startAfter == null ? "" : startAfter) : decode(token));
        boolean owner = "true".equals(request.parameter("fetch-owner"));
        return page.answer("ListBucketResult", (xml, listing, encoding) -> {
            xml.element("StartAfter", startAfter == null ? null : encoding.apply(startAfter))
                    .element("ContinuationToken", token)
                    .element("NextContinuationToken", listing.truncated() ? encode(listing.last()) : null)
                    .element(
                            "KeyCount",
                            listing.objects().size() + listing.commonPrefixes().size());
            listing.objects()
                    .forEach(object -> xml.nested("Contents", c -> {
                        content(c, object, encoding);
                        if (owner) {
                            S3Reply.owner(c, "Owner", page.bucket.account());
                        }
                    }));
        });
    }

    Reply versions(S3Request request) throws AwsError {
        String marker = request.parameter("key-marker", "");
        var page = new Request(buckets.find(request), request, marker);
        return page.answer("ListVersionsResult", (xml, listing, encoding) -> {
            xml.element("KeyMarker", encoding.apply(marker)).element("VersionIdMarker", "");
            if (listing.truncated()) {
                xml.element("NextKeyMarker", encoding.apply(listing.last())).element("NextVersionIdMarker", "null");
            }
            listing.objects()
                    .forEach(object -> xml.nested("Version", v -> {
                        v.element("VersionId", "null").element("IsLatest", true);
                        content(v, object, encoding);
                        S3Reply.owner(v, "Owner", page.bucket.account());
                    }));
        });
    }

    private static void content(XmlBody xml, S3Object object, UnaryOperator<String> encoding) {
        xml.element("Key", encoding.apply(object.key()))
                .element("LastModified", S3Reply.xmlDate(object.lastModified()))
                .element("ETag", object.quotedEtag());
        if (object.checksum() != null) {
            xml.element("ChecksumAlgorithm", object.checksum().algorithm().name())
                    .element("ChecksumType", object.checksum().type());
        }
        xml.element("Size", object.content().length)
                .element("StorageClass", object.headers().getOrDefault("x-amz-storage-class", "STANDARD"));
    }

    private static String encode(String last) {
        return Base64.getUrlEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) throws AwsError {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw S3Errors.invalidArgument(
                    "continuation-token", token, "The continuation token is none of this bucket's.");
        }
    }

    @FunctionalInterface
    private interface Form {
        void write(XmlBody xml, Listing listing, UnaryOperator<String> encoding);
    }

    /** What the three forms have in common. */
    private static final class Request {

        private final Bucket bucket;
        private final String prefix;
        private final String delimiter;
        private final String encodingType;
        private final int maxKeys;
        private final Listing listing;

        Request(Bucket bucket, S3Request request, String after) throws AwsError {
            this.bucket = bucket;
            prefix = request.parameter("prefix", "");
            delimiter = request.parameter("delimiter", "");
            encodingType = request.parameter("encoding-type");
            if (encodingType != null && !encodingType.equals("url")) {
                throw S3Errors.invalidArgument("encoding-type", encodingType, "The only encoding type is url.");
            }
            maxKeys = Math.min(MAX_KEYS, request.number("max-keys", MAX_KEYS));
            listing = Listing.of(bucket, prefix, delimiter, after, maxKeys);
        }

        Reply answer(String root, Form form) {
            UnaryOperator<String> encoding = encodingType == null ? text -> text : Request::url;
            return S3Reply.xml(root, xml -> {
                xml.element("Name", bucket.name()).element("Prefix", encoding.apply(prefix));
                if (!delimiter.isEmpty()) {
                    xml.element("Delimiter", encoding.apply(delimiter));
                }
                xml.element("MaxKeys", maxKeys)
                        .element("EncodingType", encodingType)
                        .element("IsTruncated", listing.truncated());
                form.write(xml, listing, encoding);
                listing.commonPrefixes()
                        .forEach(common ->
                                xml.nested("CommonPrefixes", c -> c.element("Prefix", encoding.apply(common))));
            });
        }

        private static String url(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/");
        }
    }
}
