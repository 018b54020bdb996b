package io.jenkins.plugins.sagemaker.lab.aws;

import java.util.regex.Pattern;

/** Virtual-hosted style of S3, where the bucket is the first part of the host's name. */
final class VirtualHost {

    private static final Pattern PORT = Pattern.compile(":\\d+$");
    private static final Pattern ENDPOINT =
            Pattern.compile("(?<bucket>.+?)\\.(s3([.-][a-z0-9-]+)*\\.(amazonaws\\.com(\\.cn)?|localhost)|localhost)");

    private VirtualHost() {}

    /** The path with the bucket in it, as path style has it, whichever of the two styles the request is in. */
    static String pathStyle(String host, String path) {
        if (host == null) {
            return path;
        }
        var matcher = ENDPOINT.matcher(PORT.matcher(host).replaceFirst(""));
        if (!matcher.matches() || matcher.group("bucket").matches("s3([.-][a-z0-9-]+)*")) {
            return path;
        }
        return "/" + matcher.group("bucket") + path;
    }
}
