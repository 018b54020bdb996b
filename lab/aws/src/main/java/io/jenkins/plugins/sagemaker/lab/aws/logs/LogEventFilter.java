package io.jenkins.plugins.sagemaker.lab.aws.logs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.logs.LogStream.PageLimit;
import io.jenkins.plugins.sagemaker.lab.aws.logs.LogStream.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** FilterLogEvents: the events of many streams, merged by time, that match a pattern. */
final class LogEventFilter {

    private static final int MAX_STREAMS = 100;

    private final LogGroupOperations groups;

    LogEventFilter(LogGroupOperations groups) {
        this.groups = groups;
    }

    ObjectNode filter(LogsRequest request) throws AwsError {
        FilterPattern pattern = FilterPattern.parse(request.text("filterPattern"));
        int max = request.number("limit", LogEventReads.MAX_EVENTS, 1, LogEventReads.MAX_EVENTS);
        // Here the end is included, unlike in GetLogEvents.
        long end = request.time("endTime", Long.MAX_VALUE);
        var range = TimeRange.of(request.time("startTime", 0), end == Long.MAX_VALUE ? end : end + 1);
        LogPosition start = start(request.text("nextToken"));
        var cursors = new PriorityQueue<Cursor>(
                Comparator.comparing(cursor -> cursor.peek().position()));
        for (LogStream stream : streams(request)) {
            var cursor = new Cursor(stream, range, start);
            if (cursor.hasNext()) {
                cursors.add(cursor);
            }
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        var list = answer.putArray("events");
        var limit = new PageLimit(max);
        LogPosition seen = start;
        boolean full = false;
        while (!cursors.isEmpty() && !full) {
            Cursor cursor = cursors.poll();
            LogEvent event = cursor.peek();
            boolean matches = pattern.matches(event.message());
            if (matches && !limit.takes(event)) {
                full = true;
                break;
            }
            if (matches) {
                list.addObject()
                        .put("logStreamName", cursor.stream.name())
                        .put("timestamp", event.timestamp())
                        .put("message", event.message())
                        .put("ingestionTime", event.ingestionTime())
                        .put("eventId", event.position().text());
            }
            seen = event.position();
            cursor.advance();
            if (cursor.hasNext()) {
                cursors.add(cursor);
            }
        }
        answer.putArray("searchedLogStreams");
        if (full) {
            answer.put("nextToken", seen.text());
        }
        return answer;
    }

    private List<LogStream> streams(LogsRequest request) throws AwsError {
        LogGroup group = groups.find(request);
        List<String> names = request.texts("logStreamNames");
        String prefix = request.text("logStreamNamePrefix");
        if (names.isEmpty()) {
            return group.withPrefix(prefix == null ? "" : prefix);
        }
        if (prefix != null) {
            throw LogsRequest.invalid("Give logStreamNames or logStreamNamePrefix, not both.");
        }
        if (names.size() > MAX_STREAMS) {
            throw LogsRequest.invalid("logStreamNames holds at most " + MAX_STREAMS + " names.");
        }
        List<LogStream> streams = new ArrayList<>();
        for (String name : names) {
            streams.add(group.find(name).orElseThrow(LogStreamOperations::missing));
        }
        return streams;
    }

    private static LogPosition start(String token) throws AwsError {
        if (token == null) {
            return LogPosition.START;
        }
        try {
            return LogPosition.parse(token);
        } catch (IllegalArgumentException e) {
            throw LogsRequest.invalid("The nextToken is invalid: " + e.getMessage());
        }
    }

    /** Walks through one stream, some events at a time. */
    private static final class Cursor {

        private static final int EVENTS_AT_A_TIME = 500;

        private final LogStream stream;
        private final TimeRange range;
        private List<LogEvent> events;
        private int next;

        Cursor(LogStream stream, TimeRange range, LogPosition start) {
            this.stream = stream;
            this.range = range;
            this.events = stream.after(start, range, new PageLimit(EVENTS_AT_A_TIME));
        }

        boolean hasNext() {
            return next < events.size();
        }

        LogEvent peek() {
            return events.get(next);
        }

        void advance() {
            LogPosition last = peek().position();
            next++;
            if (!hasNext()) {
                events = stream.after(last, range, new PageLimit(EVENTS_AT_A_TIME));
                next = 0;
            }
        }
    }
}
