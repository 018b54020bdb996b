package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** The conditional headers of reading, copying and writing. Source: RFC 9110 section 13 and the S3 API reference. */
final class Conditions {

    private Conditions() {}

    /** Whether a read is answered with 304. */
    static boolean notModified(S3Request request, S3Object object) throws AwsError {
        return unmet(request, "", object);
    }

    /** Refuses a copy whose source is not as expected. */
    static void checkSource(S3Request request, S3Object source) throws AwsError {
        if (unmet(request, "x-amz-copy-source-", source)) {
            throw S3Errors.preconditionFailed("x-amz-copy-source-If-None-Match");
        }
    }

    private static boolean unmet(S3Request request, String prefix, S3Object object) throws AwsError {
        String match = request.header(prefix + "if-match");
        Optional<Instant> unmodified = date(request, prefix + "if-unmodified-since");
        if (match != null) {
            if (!matches(match, object)) {
                throw S3Errors.preconditionFailed("If-Match");
            }
        } else if (unmodified.isPresent() && modified(object).isAfter(unmodified.get())) {
            throw S3Errors.preconditionFailed("If-Unmodified-Since");
        }
        String noneMatch = request.header(prefix + "if-none-match");
        Optional<Instant> modified = date(request, prefix + "if-modified-since");
        if (noneMatch != null) {
            return matches(noneMatch, object);
        }
        return modified.isPresent() && !modified(object).isAfter(modified.get());
    }

    /** Refuses a write that expects another object, or none. */
    static void checkWrite(S3Request request, S3Object present) throws AwsError {
        String match = request.header("if-match");
        if (match != null) {
            if (present == null) {
                throw S3Errors.noSuchKey(request.key());
            }
            if (!matches(match, present)) {
                throw S3Errors.preconditionFailed("If-Match");
            }
        }
        String noneMatch = request.header("if-none-match");
        if (noneMatch != null && !noneMatch.equals("*")) {
            throw S3Errors.notImplemented("If-None-Match with anything but * on a write, as S3 itself does not");
        }
        if (noneMatch != null && present != null) {
            throw S3Errors.preconditionFailed("If-None-Match");
        }
    }

    private static boolean matches(String header, S3Object object) {
        return header.strip().equals("*")
                || Arrays.stream(header.split(","))
                        .map(tag -> tag.strip().replace("\"", ""))
                        .anyMatch(object.etag()::equals);
    }

    private static Instant modified(S3Object object) {
        return object.lastModified().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A date that cannot be read is ignored, as RFC 9110 has it. */
    private static Optional<Instant> date(S3Request request, String header) {
        String value = request.header(header);
        try {
            return value == null ? Optional.empty() : Optional.of(S3Reply.parseHttpDate(value));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
