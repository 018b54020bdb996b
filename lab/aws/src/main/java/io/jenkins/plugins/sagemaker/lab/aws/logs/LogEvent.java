package io.jenkins.plugins.sagemaker.lab.aws.logs;

import java.nio.charset.StandardCharsets;

/**
 * One line of a log.
 *
 * @param position its time and place
 * @param ingestionTime when it arrived, in milliseconds
 * @param message its text
 */
record LogEvent(LogPosition position, long ingestionTime, String message) {

    /** What AWS counts for an event beside its text. */
    private static final int OVERHEAD = 26;

    long timestamp() {
        return position.timestamp();
    }

    /** Its size as AWS counts it against the 1 MiB of a page. */
    int size() {
        return size(message);
    }

    static int size(String message) {
        return message.getBytes(StandardCharsets.UTF_8).length + OVERHEAD;
    }
}
