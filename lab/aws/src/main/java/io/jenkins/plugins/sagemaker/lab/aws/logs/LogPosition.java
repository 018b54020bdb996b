package io.jenkins.plugins.sagemaker.lab.aws.logs;

import java.util.Comparator;

/**
 * The place of an event among all events: by time, then by arrival. Written as the 56 digits that AWS has for event
 * ids and in page tokens, so that the order of the texts is the order of the events.
 *
 * @param timestamp milliseconds of the event's own time
 * @param sequence how many events the store had taken before it
 */
record LogPosition(long timestamp, long sequence) implements Comparable<LogPosition> {

    /** Before all events. */
    static final LogPosition START = new LogPosition(0, 0);

    private static final Comparator<LogPosition> ORDER =
            Comparator.comparingLong(LogPosition::timestamp).thenComparingLong(LogPosition::sequence);
    private static final int TIME_DIGITS = 20;
    private static final int DIGITS = 56;

    @Override
    public int compareTo(LogPosition other) {
        return ORDER.compare(this, other);
    }

    /** The nearest place behind this one. */
    LogPosition next() {
        return new LogPosition(timestamp, sequence + 1);
    }

    /** The nearest place before this one. Events are counted from 1, so nothing of this time lies before 0. */
    LogPosition previous() {
        return new LogPosition(timestamp, Math.max(0, sequence - 1));
    }

    String text() {
        return "3"
                + String.format("%0" + (TIME_DIGITS - 1) + "d%0" + (DIGITS - TIME_DIGITS) + "d", timestamp, sequence);
    }

    /** @throws IllegalArgumentException if the text is none that {@link #text} made */
    static LogPosition parse(String text) {
        if (!text.matches("3\\d{" + (DIGITS - 1) + "}")) {
            throw new IllegalArgumentException("'" + text + "' is no position in a log.");
        }
        return new LogPosition(
                Long.parseLong(text.substring(1, TIME_DIGITS)), Long.parseLong(text.substring(TIME_DIGITS)));
    }
}
