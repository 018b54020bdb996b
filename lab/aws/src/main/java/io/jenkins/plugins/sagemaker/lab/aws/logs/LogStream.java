package io.jenkins.plugins.sagemaker.lab.aws.logs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The events of one stream in the order of their time. Finding a page takes the logarithm of the stream's length. All but
 * the newest are kept compressed, and those that were read last also as they are.
 */
final class LogStream {

    private static final int EVENTS_OF_A_BLOCK = 1000;

    private final String name;
    private final String arn;
    private final long created;
    private final List<LogBlock> blocks = new ArrayList<>();
    private final List<LogEvent> newest = new ArrayList<>();
    private LogBlock cached;
    private List<LogEvent> cachedEvents = List.of();

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
        LogPosition position = event.position();
        int block = blockAt(position);
        if (block < blocks.size()) { // it comes late
            List<LogEvent> events = blocks.get(block).events();
            events.add(from(events, position), event);
            blocks.set(block, LogBlock.of(events));
            cached = null;
            return;
        }
        newest.add(from(newest, position), event);
        if (newest.size() == EVENTS_OF_A_BLOCK) {
            blocks.add(LogBlock.of(newest));
            newest.clear();
        }
    }

    /** What the compressed blocks take. */
    synchronized long bytes() {
        return blocks.stream().mapToLong(LogBlock::bytes).sum();
    }

    synchronized Optional<LogEvent> first() {
        if (!blocks.isEmpty()) {
            return Optional.of(blocks.get(0).first());
        }
        return newest.isEmpty() ? Optional.empty() : Optional.of(newest.get(0));
    }

    synchronized Optional<LogEvent> last() {
        if (!newest.isEmpty()) {
            return Optional.of(newest.get(newest.size() - 1));
        }
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(blocks.get(blocks.size() - 1).last());
    }

    /** The first events behind a place and within the times, oldest first. */
    synchronized List<LogEvent> after(LogPosition place, TimeRange range, PageLimit limit) {
        LogPosition start = latest(place.next(), range.start());
        List<LogEvent> page = new ArrayList<>();
        for (int block = blockAt(start); block <= blocks.size(); block++) {
            List<LogEvent> events = events(block);
            for (int i = from(events, start); i < events.size(); i++) {
                LogEvent event = events.get(i);
                if (event.position().compareTo(range.end()) >= 0 || !limit.takes(event)) {
                    return page;
                }
                page.add(event);
            }
        }
        return page;
    }

    /** The last events before a place and within the times, oldest first. */
    synchronized List<LogEvent> before(LogPosition place, TimeRange range, PageLimit limit) {
        LogPosition end = place.compareTo(range.end()) < 0 ? place : range.end();
        List<LogEvent> page = new ArrayList<>();
        boolean full = false;
        for (int block = blockAt(end); block >= 0 && !full; block--) {
            List<LogEvent> events = events(block);
            for (int i = from(events, end) - 1; i >= 0 && !full; i--) {
                LogEvent event = events.get(i);
                full = event.position().compareTo(range.start()) < 0 || !limit.takes(event);
                if (!full) {
                    page.add(event);
                }
            }
        }
        Collections.reverse(page);
        return page;
    }

    /** The events of a block; behind the last one are the newest. */
    private List<LogEvent> events(int block) {
        if (block == blocks.size()) {
            return newest;
        }
        LogBlock wanted = blocks.get(block);
        if (cached != wanted) {
            cached = wanted;
            cachedEvents = wanted.events();
        }
        return cachedEvents;
    }

    /** The block in which the first event at or behind the place lies. */
    private int blockAt(LogPosition place) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (blocks.get(middle).last().position().compareTo(place) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The index of the first event at or behind the place. */
    private static int from(List<LogEvent> events, LogPosition place) {
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

    private static LogPosition latest(LogPosition one, LogPosition other) {
        return one.compareTo(other) > 0 ? one : other;
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
