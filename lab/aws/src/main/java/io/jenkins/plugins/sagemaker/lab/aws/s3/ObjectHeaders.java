package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an upload says about its object in headers.
 *
 * @param metadata user metadata without the prefix
 * @param headers system metadata, by the names under which they come back
 * @param tags object tags
 */
record ObjectHeaders(Map<String, String> metadata, Map<String, String> headers, Map<String, String> tags) {

    static final String ENCRYPTION = "x-amz-server-side-encryption";

    private static final String STORAGE_CLASS = "x-amz-storage-class";
    private static final String META = "x-amz-meta-";
    private static final int MAX_METADATA_BYTES = 2048;
    private static final int MAX_TAGS = 10;
    private static final List<String> KEPT = List.of(
            "Cache-Control",
            "Content-Disposition",
            "Content-Encoding",
            "Content-Language",
            "Content-Type",
            "Expires",
            ENCRYPTION,
            ENCRYPTION + "-aws-kms-key-id",
            ENCRYPTION + "-bucket-key-enabled",
            STORAGE_CLASS,
            "x-amz-website-redirect-location");

    /** @param bucket whose default encryption holds where the request names none */
    static ObjectHeaders of(S3Request request, Bucket bucket) throws AwsError {
        Map<String, String> metadata = new LinkedHashMap<>();
        int bytes = 0;
        for (var header : request.call().headers().entrySet()) {
            if (header.getKey().startsWith(META)) {
                String name = header.getKey().substring(META.length());
                String value = String.join(",", header.getValue());
                metadata.put(name, value);
                bytes += name.length() + value.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        if (bytes > MAX_METADATA_BYTES) {
            throw new AwsError(
                    400,
                    "MetadataTooLarge",
                    "Your metadata headers exceed the maximum allowed metadata size",
                    Map.of("Size", bytes, "MaxSizeAllowed", MAX_METADATA_BYTES));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "binary/octet-stream");
        if (request.header(ENCRYPTION) == null) {
            headers.putAll(DefaultEncryption.headers(bucket));
        }
        for (String name : KEPT) {
            String value = request.header(name.toLowerCase(Locale.ROOT));
            if (value != null && !value.isEmpty()) {
                headers.put(name, value);
            }
        }
        // The usual class is not named in answers.
        headers.remove(STORAGE_CLASS, "STANDARD");
        return new ObjectHeaders(metadata, headers, tags(request.header("x-amz-tagging")));
    }

    private static Map<String, String> tags(String header) throws AwsError {
        Map<String, String> tags = new LinkedHashMap<>();
        if (header != null) {
            for (String tag : header.split("&")) {
                String[] parts = tag.split("=", 2);
                tags.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return checked(tags);
    }

    static Map<String, String> checked(Map<String, String> tags) throws AwsError {
        if (tags.size() > MAX_TAGS) {
            throw new AwsError(400, "BadRequest", "Object tags cannot be greater than " + MAX_TAGS);
        }
        for (var tag : tags.entrySet()) {
            if (tag.getKey().isEmpty()
                    || tag.getKey().length() > 128
                    || tag.getValue().length() > 256) {
                throw new AwsError(400, "InvalidTag", "The TagKey or TagValue you have provided is invalid");
            }
        }
        return tags;
    }

    /** What an answer to an upload repeats. */
    Map<String, String> encryption() {
        Map<String, String> encryption = new LinkedHashMap<>(headers);
        encryption.keySet().removeIf(name -> !name.startsWith(ENCRYPTION));
        return encryption;
    }

    /** A copy keeps its source's headers, but is encrypted and stored as the request has it. */
    Map<String, String> ofCopy(S3Object source) {
        Map<String, String> kept = new LinkedHashMap<>(source.headers());
        kept.keySet().removeIf(name -> name.startsWith(ENCRYPTION) || name.equals(STORAGE_CLASS));
        kept.putAll(encryption());
        if (headers.containsKey(STORAGE_CLASS)) {
            kept.put(STORAGE_CLASS, headers.get(STORAGE_CLASS));
        }
        return kept;
    }
}
