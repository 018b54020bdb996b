package io.jenkins.plugins.sagemaker.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

/**
 * The log streams of one group, whose events become visible some time after they have happened. A token is a place in the stream; the one that
 * comes back at the end is the one that was sent.
 */
public final class FakeLogs implements CloudWatchLogsClient {

    private record Event(long time, String message, Instant visible) {}

    /** Events of one page at most, whatever is asked for. */
    public int pageSize = 10_000;

    /** How many pages come empty before one with events. */
    public int emptyPages;

    private final Gate gate;
    private final Supplier<Instant> clock;
    private final Map<String, List<Event>> streams = new TreeMap<>();
    private int generation;

    public FakeLogs(Gate gate, Supplier<Instant> clock) {
        this.gate = gate;
        this.clock = clock;
    }

    public void add(String stream, Instant time, String message, Instant visible) {
        streams.computeIfAbsent(stream, s -> new ArrayList<>()).add(new Event(time.toEpochMilli(), message, visible));
    }

    public void delete(String stream) {
        streams.remove(stream);
    }

    /** All tokens given out so far are older than a day. */
    public void expireTokens() {
        generation++;
    }

    @Override
    public String serviceName() {
        return "logs";
    }

    @Override
    public void close() {
        // nothing is open
    }

    @Override
    public DescribeLogStreamsResponse describeLogStreams(DescribeLogStreamsRequest request) {
        return gate.pass("DescribeLogStreams", () -> {
            List<LogStream> found = streams.entrySet().stream()
                    .filter(s -> s.getKey().startsWith(request.logStreamNamePrefix()))
                    .filter(s -> !visible(s.getKey()).isEmpty())
                    .map(s -> LogStream.builder().logStreamName(s.getKey()).build())
                    .toList();
            if (found.isEmpty()) {
                throw AwsAnswer.error(400, "ResourceNotFoundException", "The specified log group does not exist.");
            }
            return DescribeLogStreamsResponse.builder().logStreams(found).build();
        });
    }

    @Override
    public GetLogEventsResponse getLogEvents(GetLogEventsRequest request) {
        return gate.pass("GetLogEvents", () -> get(request));
    }

    private GetLogEventsResponse get(GetLogEventsRequest request) {
        List<Event> all = visible(request.logStreamName());
        int size = Math.min(pageSize, request.limit());
        if (!request.startFromHead()) {
            int from = Math.max(0, all.size() - size);
            return answer(all.subList(from, all.size()), all.size(), "b/" + from);
        }
        int from = from(request, all);
        if (request.nextToken() != null && emptyPages > 0 && from < all.size()) {
            emptyPages--;
            return GetLogEventsResponse.builder()
                    .events(List.of())
                    .nextForwardToken(token(from) + "/" + emptyPages)
                    .build();
        }
        int to = Math.min(all.size(), from + size);
        return answer(all.subList(from, to), to, "b/" + from);
    }

    private int from(GetLogEventsRequest request, List<Event> all) {
        if (request.nextToken() != null) {
            String[] parts = request.nextToken().split("/");
            if (Integer.parseInt(parts[2]) != generation) {
                throw AwsAnswer.error(400, "InvalidParameterException", "The specified nextToken is invalid.");
            }
            return Integer.parseInt(parts[1]);
        }
        int from = 0;
        while (request.startTime() != null && from < all.size() && all.get(from).time() < request.startTime()) {
            from++;
        }
        return from;
    }

    private GetLogEventsResponse answer(List<Event> events, int to, String backward) {
        return GetLogEventsResponse.builder()
                .events(events.stream()
                        .map(e -> OutputLogEvent.builder()
                                .timestamp(e.time())
                                .message(e.message())
                                .build())
                        .toList())
                .nextForwardToken(token(to))
                .nextBackwardToken(backward)
                .build();
    }

    private String token(int place) {
        return "f/" + place + "/" + generation;
    }

    /** Events stay in their order: one that is not visible yet hides those behind it. */
    private List<Event> visible(String stream) {
        Instant now = clock.get();
        List<Event> all = streams.getOrDefault(stream, List.of());
        int end = 0;
        while (end < all.size() && !all.get(end).visible().isAfter(now)) {
            end++;
        }
        return all.subList(0, end);
    }
}
