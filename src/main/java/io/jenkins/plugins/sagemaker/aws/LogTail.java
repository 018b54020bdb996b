package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.aws.LogStreams.Page;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

/**
 * Reads what was added to the log streams of one job since the last look, each line once. Its whole position is an immutable value, kept in the
 * operation's state.
 *
 * <p>Each stream is read by itself with GetLogEvents, whose forward token is a place in the stream: what comes later lies behind it, also with
 * the same timestamp. FilterLogEvents would need a single call for all streams, but has only timestamps to go on from, and a stream whose
 * lines arrive late would be passed over.
 */
public final class LogTail {

    /** Lines of one round, of all streams together; what is left is read in the next round. */
    static final int LINES_PER_ROUND = 2_000;

    /** Streams of one round; a job of a hundred instances is read in five. */
    static final int STREAMS_PER_ROUND = 20;

    /** Characters of one round; what is left is read in the next round. A page of one stream is never divided, and has 1 MB at most. */
    static final int CHARACTERS_PER_ROUND = 512 * 1024;

    /** Characters of one line; no reader of a build log reads on. */
    static final int LINE_LENGTH = 10_000;

    private static final int FEWEST_LINES = 100;

    private LogTail() {}

    /**
     * Where reading stands.
     *
     * @param marks by stream name
     * @param next the stream that the next round begins with; empty for the first one
     */
    public record Position(Map<String, Mark> marks, String next) implements Serializable {
        public static final Position START = new Position(Map.of(), "");

        public Position {
            marks = Map.copyOf(marks);
        }
    }

    /**
     * The place in one stream.
     *
     * @param token the stream's forward token, which CloudWatch Logs keeps valid for 24 hours; null before the first page
     * @param time of the last event read, by which the place is found again without the token; 0 if there is none
     * @param atThatTime how many events of that time have been read
     */
    public record Mark(String token, long time, int atThatTime) implements Serializable {
        static final Mark START = new Mark(null, 0, 0);

        Mark after(Page page) {
            long last = time;
            int count = atThatTime;
            for (OutputLogEvent event : page.events()) {
                count = event.timestamp() == last ? count + 1 : 1;
                last = event.timestamp();
            }
            return new Mark(page.token() == null ? token : page.token(), last, count);
        }
    }

    /** What is wanted of what was added. */
    private enum Wanted {
        LINES,
        COUNT
    }

    /**
     * What a look has brought.
     *
     * @param lines in the order of their time; with the stream's short name before them if there are several streams
     * @param count how many events there were
     * @param more whether it is known that more is there than one round takes
     * @param quiet whether all streams have been looked into, and none has moved
     */
    public record News(Position position, List<String> lines, int count, boolean more, boolean quiet) {}

    private record Line(long time, String text) {}

    /**
     * Reads on.
     *
     * @param group for example {@code /aws/sagemaker/TrainingJobs}
     * @param streamPrefix the beginning of the streams' names, for example {@code job-name/}
     */
    public static News read(Aws aws, String group, String streamPrefix, Position position)
            throws RemoteException, InterruptedException {
        return read(aws, group, streamPrefix, position, Wanted.LINES);
    }

    /** As {@link #read}, for lines that nobody will see: they are counted, ten thousand of each stream in a round, and forgotten. */
    public static News skip(Aws aws, String group, String streamPrefix, Position position)
            throws RemoteException, InterruptedException {
        return read(aws, group, streamPrefix, position, Wanted.COUNT);
    }

    private static News read(Aws aws, String group, String streamPrefix, Position position, Wanted wanted)
            throws RemoteException, InterruptedException {
        var log = new LogStreams(aws, group);
        List<String> streams = log.names(streamPrefix);
        var marks = new TreeMap<>(position.marks());
        List<Line> lines = new ArrayList<>();
        int limit = wanted == Wanted.COUNT
                ? LogStreams.MOST_EVENTS
                : Math.max(FEWEST_LINES, LINES_PER_ROUND / Math.max(1, streams.size()));
        int first = first(streams, position.next());
        int count = 0;
        long characters = 0;
        boolean full = false;
        boolean troubled = false;
        int i = first;
        for (;
                i < streams.size()
                        && i - first < STREAMS_PER_ROUND
                        && lines.size() < LINES_PER_ROUND
                        && characters < CHARACTERS_PER_ROUND;
                i++) {
            String stream = streams.get(i);
            Mark mark = marks.getOrDefault(stream, Mark.START);
            Page page;
            try {
                page = log.after(stream, mark, limit);
            } catch (RemoteException e) {
                if (i == first || e.kind() != Kind.THROTTLED && e.kind() != Kind.TRANSIENT) {
                    throw e;
                }
                troubled = true; // what the streams before this one have brought is kept
                break;
            }
            marks.put(stream, mark.after(page));
            full |= page.isFull(limit, mark.token());
            count += page.events().size();
            if (wanted == Wanted.LINES) {
                String prefix = prefix(streams, stream, streamPrefix);
                characters += page.characters();
                page.events().forEach(e -> add(lines, e, prefix));
            }
        }
        boolean through = i == streams.size();
        var reached = new Position(marks, through ? "" : streams.get(i));
        boolean quiet = through && !full && marks.equals(new TreeMap<>(position.marks()));
        return new News(reached, inOrder(lines), count, (full || !through) && !troubled, quiet);
    }

    /**
     * The last lines of a job, of all its streams together, for a failure that needs its cause shown.
     *
     * @param count at most so many
     */
    public static List<String> last(Aws aws, String group, String streamPrefix, int count)
            throws RemoteException, InterruptedException {
        var log = new LogStreams(aws, group);
        List<String> streams = log.names(streamPrefix);
        List<Line> lines = new ArrayList<>();
        for (String stream : streams.subList(0, Math.min(streams.size(), STREAMS_PER_ROUND))) {
            String prefix = prefix(streams, stream, streamPrefix);
            log.last(stream, count).forEach(e -> add(lines, e, prefix));
        }
        List<String> all = inOrder(lines);
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    /** The index of the stream to begin with, or of the one behind it if it is gone. */
    private static int first(List<String> streams, String next) {
        int i = 0;
        while (i < streams.size() && streams.get(i).compareTo(next) < 0) {
            i++;
        }
        return i == streams.size() ? 0 : i;
    }

    /** Nothing where all streams are of one host: one that begins anew, as after an interruption of spot capacity, has a further one. */
    private static String prefix(List<String> streams, String stream, String streamPrefix) {
        String host = shortName(stream, streamPrefix);
        boolean alone =
                streams.stream().allMatch(any -> shortName(any, streamPrefix).equals(host));
        return alone ? "" : "[" + host + "] ";
    }

    /** An event may be several lines: each is one, with the name of its stream. */
    private static void add(List<Line> lines, OutputLogEvent event, String prefix) {
        String message = Hyperlink.unmarked(event.message().stripTrailing());
        if (message.isEmpty()) {
            lines.add(new Line(event.timestamp(), prefix));
        }
        message.lines().forEach(line -> lines.add(new Line(event.timestamp(), prefix + cut(line))));
    }

    private static String cut(String line) {
        return line.length() <= LINE_LENGTH
                ? line
                : line.substring(0, LINE_LENGTH) + "... (" + (line.length() - LINE_LENGTH) + " characters left out)";
    }

    /** By time; the sort is stable, so a stream's own order stays. */
    private static List<String> inOrder(List<Line> lines) {
        lines.sort(Comparator.comparingLong(Line::time));
        return lines.stream().map(Line::text).toList();
    }

    /** {@code job/algo-1-1700000000} is {@code algo-1} to everybody. */
    private static String shortName(String stream, String prefix) {
        return stream.substring(prefix.length()).replaceFirst("-\\d{9,}$", "");
    }
}
