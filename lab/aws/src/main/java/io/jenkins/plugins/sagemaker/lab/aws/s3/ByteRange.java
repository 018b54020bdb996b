package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A part of an object.
 *
 * @param first index of the first byte
 * @param last index of the last byte
 */
record ByteRange(int first, int last) {

    private static final Pattern HEADER = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Reads a Range header. Null, as for no header, if it is none that S3 heeds: then the whole object is answered. */
    static ByteRange parse(String header, int length) throws AwsError {
        var matcher = HEADER.matcher(header == null ? "" : header.strip());
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return null;
        }
        long first;
        long last;
        if (matcher.group(1).isEmpty()) {
            long count = Long.parseLong(matcher.group(2));
            first = count == 0 ? length : Math.max(0, length - count);
            last = length - 1L;
        } else {
            first = Long.parseLong(matcher.group(1));
            last = matcher.group(2).isEmpty() ? length - 1L : Long.parseLong(matcher.group(2));
            if (last < first && !matcher.group(2).isEmpty()) {
                return null;
            }
        }
        if (first >= length) {
            throw new AwsError(
                    416,
                    "InvalidRange",
                    "The requested range is not satisfiable",
                    Map.of("RangeRequested", header, "ActualObjectSize", length));
        }
        return new ByteRange((int) first, (int) Math.min(last, length - 1L));
    }
}
