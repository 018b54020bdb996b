package io.jenkins.plugins.sagemaker.lab.aws.logs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The events of one stream in the order of their time. Finding a page takes the logarithm of the stream's length. */
final class LogStream {

    private final String name;
    private final String arn;
    private final long created;
    private final List<LogEvent> events = new ArrayList<>();

    LogStream(String name, String arn, long created) {
        this.name = name;
        this.arn = arn;
        this.created = created;
    }

    String name() {
        return name;
    }

    String arn() {
        return arn;
    }

    long created() {
        return created;
    }

    synchronized void add(LogEvent event) {
        int place = events.size();
        if (place > 0 && events.get(place - 1).position().compareTo(event.position()) > 0) {
            place = from(event.position());
        }
        events.add(place, event);
    }

    synchronized Optional<LogEvent> first() {
        return events.isEmpty() ? Optional.empty() : Optional.of(events.get(0));
    }

    synchronized Optional<LogEvent> last() {
        return events.isEmpty() ? Optional.empty() : Optional.of(events.get(events.size() - 1));
    }

    /** The first events behind a place and within the times, oldest first. */
    synchronized List<LogEvent> after(LogPosition place, TimeRange range, PageLimit limit) {
        List<LogEvent> page = new ArrayList<>();
        int end = from(range.end());
        for (int i = Math.max(from(place.next()), from(range.start())); i < end; i++) {
            LogEvent event = events.get(i);
            if (!limit.takes(event)) {
                break;
            }
            page.add(event);
        }
        return page;
    }

    /** The last events before a place and within the times, oldest first. */
    synchronized List<LogEvent> before(LogPosition place, TimeRange range, PageLimit limit) {
        List<LogEvent> page = new ArrayList<>();
        int start = from(range.start());
        for (int i = Math.min(from(place), from(range.end())) - 1; i >= start; i--) {
            LogEvent event = events.get(i);
            if (!limit.takes(event)) {
                break;
            }
            page.add(event);
        }
        Collections.reverse(page);
        return page;
    }

    /** The index of the first event at or behind the place. */
    private int from(LogPosition place) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).position().compareTo(place) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Times from the first, included, to the second, not included. */
    record TimeRange(LogPosition start, LogPosition end) {

        /** @param end in milliseconds, not included; {@link Long#MAX_VALUE} for no end */
        static TimeRange of(long start, long end) {
            return new TimeRange(new LogPosition(start, 0), new LogPosition(end, 0));
        }
    }

    /** How much fits into a page: so many events, and 1 MiB unless a single event is larger. For one page only. */
    static final class PageLimit {

        private static final int MAX_BYTES = 1 << 20;

        private int eventsLeft;
        private int bytes;

        PageLimit(int events) {
            this.eventsLeft = events;
        }

        boolean takes(LogEvent event) {
            int size = event.size();
            if (eventsLeft == 0 || (bytes > 0 && bytes + size > MAX_BYTES)) {
                return false;
            }
            eventsLeft--;
            bytes += size;
            return true;
        }
    }
}
