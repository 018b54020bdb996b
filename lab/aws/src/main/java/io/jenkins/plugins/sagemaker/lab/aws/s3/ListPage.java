package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.XmlBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** What the requests for a listing have in common: prefix, delimiter, encoding and size. */
final class ListPage {

    private static final int MAX_KEYS = 1000;

    private final Bucket bucket;
    private final String prefix;
    private final String delimiter;
    private final String encodingType;
    private final int maxKeys;

    ListPage(Bucket bucket, S3Request request) throws AwsError {
        this.bucket = bucket;
        prefix = request.parameter("prefix", "");
        delimiter = request.parameter("delimiter", "");
        encodingType = request.parameter("encoding-type");
        if (encodingType != null && !encodingType.equals("url")) {
            throw S3Errors.invalidArgument(
                    "encoding-type", encodingType, "Invalid Encoding Method specified in Request");
        }
        maxKeys = Math.min(MAX_KEYS, request.number("max-keys", MAX_KEYS));
    }

    Bucket bucket() {
        return bucket;
    }

    boolean hasDelimiter() {
        return !delimiter.isEmpty();
    }

    boolean isBehindPrefix(String key) {
        return KeyOrder.UTF_8.compare(key, prefix) >= 0;
    }

    /** @param after key or common prefix behind which the page begins; empty for the first page */
    Listing<S3Object> objects(String after) {
        var objects = bucket.objects();
        boolean first = after.isEmpty() || !isBehindPrefix(after);
        return list(
                (first ? objects.tailMap(prefix, true) : objects.tailMap(after, false)).values(), S3Object::key, after);
    }

    <T> Listing<T> list(Iterable<T> rest, Function<T, String> keys, String after) {
        return Listing.of(rest, keys, prefix, delimiter, after, maxKeys);
    }

    /** Writes what one form of listing has of its own. */
    @FunctionalInterface
    interface Form {
        void write(XmlBody xml);
    }

    Reply answer(String root, Listing<?> listing, Form form) {
        return S3Reply.xml(root, xml -> {
            xml.element("Name", bucket.name()).element("Prefix", encoded(prefix));
            if (hasDelimiter()) {
                xml.element("Delimiter", encoded(delimiter));
            }
            xml.element("MaxKeys", maxKeys)
                    .element("EncodingType", encodingType)
                    .element("IsTruncated", listing.truncated());
            form.write(xml);
            listing.commonPrefixes()
                    .forEach(common -> xml.nested("CommonPrefixes", c -> c.element("Prefix", encoded(common))));
        });
    }

    void object(XmlBody xml, S3Object object) {
        xml.element("Key", encoded(object.key()))
                .element("LastModified", S3Reply.xmlDate(object.lastModified()))
                .element("ETag", object.quotedEtag());
        if (object.checksum() != null) {
            xml.element("ChecksumAlgorithm", object.checksum().algorithm().name())
                    .element("ChecksumType", object.checksum().type());
        }
        xml.element("Size", object.content().length)
                .element("StorageClass", object.headers().getOrDefault("x-amz-storage-class", "STANDARD"));
    }

    String encoded(String text) {
        return encodingType == null
                ? text
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/");
    }
}
