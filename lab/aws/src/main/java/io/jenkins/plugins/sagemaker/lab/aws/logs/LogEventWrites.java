package io.jenkins.plugins.sagemaker.lab.aws.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import java.time.Duration;

/** PutLogEvents, with the limits of a batch from its API reference. */
final class LogEventWrites {

    private static final int MAX_BATCH_EVENTS = 10_000;
    private static final int MAX_BATCH_BYTES = 1_048_576;
    private static final Duration MAX_BATCH_SPAN = Duration.ofHours(24);
    private static final Duration MAX_AGE = Duration.ofDays(14);
    private static final Duration MAX_AHEAD = Duration.ofHours(2);

    private final InMemoryLogStore store;
    private final LogStreamOperations streams;
    private final Timeline timeline;

    LogEventWrites(InMemoryLogStore store, LogStreamOperations streams, Timeline timeline) {
        this.store = store;
        this.streams = streams;
        this.timeline = timeline;
    }

    ObjectNode put(LogsRequest request) throws AwsError {
        LogStream stream = streams.find(request);
        JsonNode events = request.member("logEvents");
        check(events);
        long now = timeline.now().toEpochMilli();
        int tooOld = 0;
        int tooNew = -1;
        for (int i = 0; i < events.size(); i++) {
            long time = events.get(i).path("timestamp").asLong();
            if (time < now - MAX_AGE.toMillis()) {
                tooOld = i + 1;
            } else if (time > now + MAX_AHEAD.toMillis()) {
                tooNew = i;
                break;
            } else {
                store.append(stream, time, events.get(i).path("message").asText());
            }
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put(
                "nextSequenceToken",
                stream.last().map(event -> event.position().text()).orElse("0"));
        if (tooOld > 0 || tooNew >= 0) {
            ObjectNode rejected = answer.putObject("rejectedLogEventsInfo");
            if (tooOld > 0) {
                rejected.put("tooOldLogEventEndIndex", tooOld);
            }
            if (tooNew >= 0) {
                rejected.put("tooNewLogEventStartIndex", tooNew);
            }
        }
        return answer;
    }

    private static void check(JsonNode events) throws AwsError {
        if (events.isEmpty() || events.size() > MAX_BATCH_EVENTS) {
            throw LogsRequest.invalid("A batch holds 1 to " + MAX_BATCH_EVENTS + " log events.");
        }
        long bytes = 0;
        long previous = Long.MIN_VALUE;
        for (JsonNode event : events) {
            if (!event.path("timestamp").isNumber() || !event.path("message").isTextual()) {
                throw LogsRequest.invalid("Each log event must have a timestamp and a message.");
            }
            bytes += LogEvent.size(event.path("message").asText());
            if (event.path("timestamp").asLong() < previous) {
                throw LogsRequest.invalid("The log events of a batch must be in chronological order.");
            }
            previous = event.path("timestamp").asLong();
        }
        if (bytes > MAX_BATCH_BYTES) {
            throw LogsRequest.invalid(
                    "A batch holds at most " + MAX_BATCH_BYTES + " bytes, but this one has " + bytes + ".");
        }
        if (previous - events.get(0).path("timestamp").asLong() > MAX_BATCH_SPAN.toMillis()) {
            throw LogsRequest.invalid("The log events of a batch must lie within 24 hours.");
        }
    }
}
