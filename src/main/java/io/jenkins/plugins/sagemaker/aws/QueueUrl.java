package io.jenkins.plugins.sagemaker.aws;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of an SQS queue, which tells where it is: {@code https://sqs.eu-central-1.amazonaws.com/123456789012/changes}.
 *
 * @param region empty if the host is not one of AWS's own
 */
public record QueueUrl(URI url, Optional<String> region) {

    private static final Pattern URL = Pattern.compile("https?://[^/\\s@]+/\\d{12}/[\\w-]{1,80}(\\.fifo)?");

    /** Whatever the partition, and also behind a VPC endpoint. */
    private static final Pattern HOST = Pattern.compile(
            "(?:.+\\.)?sqs(?:-fips)?\\.([a-z]{2,}(?:-[a-z]+)+-\\d+)\\..+|([a-z]{2,}(?:-[a-z]+)+-\\d+)\\.queue\\..+");

    /** Empty if it has not the form of such a URL. */
    public static Optional<QueueUrl> parse(String url) {
        if (!URL.matcher(url).matches()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(url);
            return Optional.ofNullable(uri.getHost()).map(host -> new QueueUrl(uri, region(host)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> region(String host) {
        Matcher m = HOST.matcher(host);
        return m.matches() ? Optional.of(m.group(1) == null ? m.group(2) : m.group(1)) : Optional.empty();
    }

    /** Of its own host. */
    URI endpoint() {
        return url.resolve("/");
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
