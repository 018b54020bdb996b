package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

/**
 * Reads what was added to the log streams of one job since the last look. Its whole position is an immutable value, kept in the
 * operation's state: the forward token of each stream, which CloudWatch Logs keeps valid for 24 hours.
 */
public final class LogTail {

    /** Lines of one round, of all streams together; what is left is read in the next round. */
    static final int LINES_PER_ROUND = 2_000;

    private LogTail() {}

    /**
     * Where reading stands.
     *
     * @param tokens forward token by stream name
     */
    public record Position(Map<String, String> tokens) implements Serializable {
        public static final Position START = new Position(Map.of());

        public Position {
            tokens = Map.copyOf(tokens);
        }
    }

    /**
     * What a look has brought.
     *
     * @param lines in the order of their time; with the stream's short name before them if there are several streams
     * @param more whether more was there than one round takes
     */
    public record News(Position position, List<String> lines, boolean more) {}

    private record Line(long time, int stream, String text) {}

    /**
     * Reads on.
     *
     * @param group for example {@code /aws/sagemaker/TrainingJobs}
     * @param streamPrefix the beginning of the streams' names, for example {@code job-name/}
     */
    public static News read(Aws aws, String group, String streamPrefix, Position position)
            throws RemoteException, InterruptedException {
        List<String> streams = streams(aws, group, streamPrefix);
        var tokens = new TreeMap<>(position.tokens());
        List<Line> lines = new ArrayList<>();
        boolean more = false;
        int each = Math.max(1, LINES_PER_ROUND / Math.max(1, streams.size()));
        for (int i = 0; i < streams.size(); i++) {
            String stream = streams.get(i);
            String token = tokens.get(stream);
            var page = Aws.call(
                    "read the log stream " + group + " " + stream,
                    () -> aws.logs()
                            .getLogEvents(r -> r.logGroupName(group)
                                    .logStreamName(stream)
                                    .startFromHead(true)
                                    .limit(each)
                                    .nextToken(token)));
            tokens.put(stream, page.nextForwardToken());
            more |= page.events().size() >= each;
            String prefix = streams.size() == 1 ? "" : "[" + shortName(stream, streamPrefix) + "] ";
            for (OutputLogEvent event : page.events()) {
                lines.add(
                        new Line(event.timestamp(), i, prefix + event.message().stripTrailing()));
            }
        }
        lines.sort(Comparator.comparingLong(Line::time)); // stable: a stream's own order stays
        return new News(new Position(tokens), lines.stream().map(Line::text).toList(), more);
    }

    private static List<String> streams(Aws aws, String group, String prefix)
            throws RemoteException, InterruptedException {
        try {
            return Aws.call(
                    "find the log streams of " + group + " " + prefix,
                    () -> aws
                            .logs()
                            .describeLogStreamsPaginator(
                                    r -> r.logGroupName(group).logStreamNamePrefix(prefix))
                            .logStreams()
                            .stream()
                            .map(s -> s.logStreamName())
                            .sorted()
                            .toList());
        } catch (RemoteException e) {
            if (e.kind() == RemoteException.Kind.GONE) {
                return List.of(); // the group is made with the first line
            }
            throw e;
        }
    }

    /** {@code job/algo-1-1700000000} is {@code algo-1} to everybody. */
    private static String shortName(String stream, String prefix) {
        return stream.substring(prefix.length()).replaceFirst("-\\d+$", "");
    }
}
