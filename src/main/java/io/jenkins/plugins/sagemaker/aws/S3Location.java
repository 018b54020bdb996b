package io.jenkins.plugins.sagemaker.aws;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in S3.
 *
 * @param key without a slash at its beginning or end; may be empty
 */
public record S3Location(String bucket, String key) {

    private static final Pattern URI = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*?))?/*");

    /** @throws IllegalArgumentException with a sentence that names the parameter */
    public static S3Location parse(String parameter, String uri) {
        Matcher m = URI.matcher(uri);
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    parameter + " must be a location in S3 such as s3://bucket/folder, not: " + uri);
        }
        return new S3Location(m.group(1), m.group(2) == null ? "" : m.group(2));
    }

    /** What a member of a request names, if that is a location in S3. */
    public static Optional<S3Location> in(Object member) {
        return member instanceof String uri && URI.matcher(uri).matches()
                ? Optional.of(parse("", uri))
                : Optional.empty();
    }

    public S3Location child(String name) {
        return new S3Location(bucket, key.isEmpty() ? name : key + "/" + name);
    }

    /** The folder around it. */
    public S3Location parent() {
        return new S3Location(bucket, key.contains("/") ? key.substring(0, key.lastIndexOf('/')) : "");
    }

    @Override
    public String toString() {
        return "s3://" + bucket + (key.isEmpty() ? "" : "/" + key);
    }
}
