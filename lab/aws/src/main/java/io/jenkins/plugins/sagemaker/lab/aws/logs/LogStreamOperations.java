package io.jenkins.plugins.sagemaker.lab.aws.logs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Creating, describing and deleting log streams. */
final class LogStreamOperations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final LogGroupOperations groups;
    private final Timeline timeline;

    LogStreamOperations(LogGroupOperations groups, Timeline timeline) {
        this.groups = groups;
        this.timeline = timeline;
    }

    ObjectNode create(LogsRequest request) throws AwsError {
        if (!groups.find(request).create(request.stream(), timeline.now().toEpochMilli())) {
            throw new AwsError(400, "ResourceAlreadyExistsException", "The specified log stream already exists");
        }
        return JSON.objectNode();
    }

    ObjectNode delete(LogsRequest request) throws AwsError {
        if (!groups.find(request).delete(request.stream())) {
            throw missing();
        }
        return JSON.objectNode();
    }

    ObjectNode describe(LogsRequest request) throws AwsError {
        LogGroup group = groups.find(request);
        String prefix = request.text("logStreamNamePrefix");
        boolean byTime = "LastEventTime".equals(request.text("orderBy"));
        if (byTime && prefix != null) {
            throw LogsRequest.invalid("With a logStreamNamePrefix streams are ordered by name only.");
        }
        List<LogStream> streams = new ArrayList<>(group.withPrefix(prefix == null ? "" : prefix));
        if (byTime) {
            streams.sort(Comparator.comparingLong(LogStreamOperations::lastTime).thenComparing(LogStream::name));
        }
        if (request.flag("descending")) {
            Collections.reverse(streams);
        }
        Page<LogStream> page = Page.of(streams, request);
        ObjectNode answer = JSON.objectNode();
        var list = answer.putArray("logStreams");
        for (LogStream stream : page.items()) {
            ObjectNode node = list.addObject()
                    .put("logStreamName", stream.name())
                    .put("creationTime", stream.created())
                    .put("arn", stream.arn())
                    .put("storedBytes", 0);
            stream.first().ifPresent(event -> node.put("firstEventTimestamp", event.timestamp()));
            stream.last()
                    .ifPresent(event -> node.put("lastEventTimestamp", event.timestamp())
                            .put("lastIngestionTime", event.ingestionTime())
                            .put("uploadSequenceToken", event.position().text()));
        }
        if (page.nextToken() != null) {
            answer.put("nextToken", page.nextToken());
        }
        return answer;
    }

    LogStream find(LogsRequest request) throws AwsError {
        return groups.find(request).find(request.stream()).orElseThrow(LogStreamOperations::missing);
    }

    private static long lastTime(LogStream stream) {
        return stream.last().map(LogEvent::timestamp).orElse(0L);
    }

    static AwsError missing() {
        return new AwsError(400, "ResourceNotFoundException", "The specified log stream does not exist.");
    }
}
