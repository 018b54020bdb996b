package io.jenkins.plugins.sagemaker.lab.aws.logs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.logs.LogStream.PageLimit;
import io.jenkins.plugins.sagemaker.lab.aws.logs.LogStream.TimeRange;
import java.util.List;

/**
 * GetLogEvents. A token stands for a gap between two events and a direction, so that a page begins exactly where
 * another ended however much was written meanwhile. At the end of a stream the token that was given comes back.
 */
final class LogEventReads {

    static final int MAX_EVENTS = 10_000;

    private static final String FORWARD = "f/";
    private static final String BACKWARD = "b/";

    private final LogStreamOperations streams;

    LogEventReads(LogStreamOperations streams) {
        this.streams = streams;
    }

    ObjectNode get(LogsRequest request) throws AwsError {
        LogStream stream = streams.find(request);
        var range = TimeRange.of(request.time("startTime", 0), request.time("endTime", Long.MAX_VALUE));
        var limit = new PageLimit(request.number("limit", MAX_EVENTS, 1, MAX_EVENTS));
        String token = request.text("nextToken");
        boolean forward = token == null ? request.flag("startFromHead") : token.startsWith(FORWARD);
        LogPosition gap = token == null ? (forward ? LogPosition.START : end(stream)) : position(token);
        List<LogEvent> events = forward ? stream.after(gap, range, limit) : stream.before(gap, range, limit);
        return answer(events, forward, gap);
    }

    private static ObjectNode answer(List<LogEvent> events, boolean forward, LogPosition gap) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        var list = answer.putArray("events");
        for (LogEvent event : events) {
            list.addObject()
                    .put("timestamp", event.timestamp())
                    .put("message", event.message())
                    .put("ingestionTime", event.ingestionTime());
        }
        // Forward goes on behind its position, backward before it; an empty page is a gap seen from both sides.
        LogPosition last = gap;
        LogPosition first = gap;
        if (!events.isEmpty()) {
            last = events.get(events.size() - 1).position();
            first = events.get(0).position();
        } else if (forward) {
            first = gap.next();
        } else {
            last = gap.previous();
        }
        return answer.put("nextForwardToken", FORWARD + last.text() + "/s")
                .put("nextBackwardToken", BACKWARD + first.text() + "/s");
    }

    /** The gap behind all that is there. */
    private static LogPosition end(LogStream stream) {
        return stream.last().map(event -> event.position().next()).orElse(LogPosition.START.next());
    }

    private static LogPosition position(String token) throws AwsError {
        boolean direction = token.startsWith(FORWARD) || token.startsWith(BACKWARD);
        if (direction && token.endsWith("/s")) {
            try {
                return LogPosition.parse(token.substring(2, token.length() - 2));
            } catch (IllegalArgumentException e) {
                throw LogsRequest.invalid("The nextToken is invalid: " + e.getMessage());
            }
        }
        throw LogsRequest.invalid("The nextToken is invalid.");
    }
}
