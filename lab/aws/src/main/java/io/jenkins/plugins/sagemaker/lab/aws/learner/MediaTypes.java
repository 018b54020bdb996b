package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.Locale;

/** Media types of requests. */
final class MediaTypes {

    static final String CSV = "text/csv";
    static final String JSON = "application/json";

    private MediaTypes() {}

    /** Type and subtype without parameters, in lower case; empty for null. */
    static String essence(String mediaType) {
        if (mediaType == null) {
            return "";
        }
        int parameters = mediaType.indexOf(';');
        return (parameters < 0 ? mediaType : mediaType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
