package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.aws.LogTail.Mark;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

/** The log streams of a group, page by page. A group or stream that is not there (not yet, or no longer) is an empty one. */
record LogStreams(Aws aws, String group) {

    /** CloudWatch Logs ends a page at 1 MB and 10,000 events; from half of it on there may well be more. */
    private static final int MANY_BYTES = 512 * 1024;

    static final int MOST_EVENTS = 10_000;
    private static final int EMPTY_PAGES = 5;

    /** @param token of the place behind these events; null if the stream is not there */
    record Page(List<OutputLogEvent> events, String token) {
        private static final Page NONE = new Page(List.of(), null);

        long characters() {
            return events.stream().mapToLong(e -> e.message().length()).sum();
        }

        /** Whether more is likely to follow. An empty page says so by a new token. */
        boolean isFull(int limit, String tokenBefore) {
            return events.isEmpty()
                    ? token != null && tokenBefore != null && !token.equals(tokenBefore)
                    : events.size() >= limit || characters() >= MANY_BYTES;
        }
    }

    /** In the order of their names. */
    List<String> names(String prefix) throws RemoteException, InterruptedException {
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
            return unlessGone(e, List.of()); // the group is made with the first line
        }
    }

    /** What stands behind the mark. */
    Page after(String stream, Mark mark, int limit) throws RemoteException, InterruptedException {
        try {
            return page(get(stream, r -> r.startFromHead(true).limit(limit).nextToken(mark.token())));
        } catch (RemoteException e) {
            // A token that is older than a day is refused: after a long outage the place is found by its time.
            return e.kind() == Kind.INVALID && mark.token() != null
                    ? afterTime(stream, mark, limit)
                    : unlessGone(e, Page.NONE);
        }
    }

    private Page afterTime(String stream, Mark mark, int limit) throws RemoteException, InterruptedException {
        int known = mark.atThatTime();
        String token = null;
        while (true) {
            String from = token;
            int wanted = Math.min(MOST_EVENTS, limit + known);
            var answer = get(
                    stream,
                    r -> r.startFromHead(true)
                            .startTime(mark.time())
                            .limit(wanted)
                            .nextToken(from));
            int old = 0;
            while (old < Math.min(known, answer.events().size())
                    && answer.events().get(old).timestamp() == mark.time()) {
                old++;
            }
            known -= old;
            token = answer.nextForwardToken();
            if (known == 0 || old < answer.events().size() || token == null || token.equals(from)) {
                return new Page(answer.events().subList(old, answer.events().size()), token);
            }
        }
    }

    /** The last events, oldest first. */
    List<OutputLogEvent> last(String stream, int count) throws RemoteException, InterruptedException {
        String token = null;
        for (int i = 0; i < EMPTY_PAGES; i++) {
            String from = token;
            GetLogEventsResponse answer;
            try {
                answer = get(stream, r -> r.startFromHead(false).limit(count).nextToken(from));
            } catch (RemoteException e) {
                return unlessGone(e, List.of());
            }
            token = answer.nextBackwardToken();
            if (!answer.events().isEmpty() || token == null || token.equals(from)) {
                return answer.events();
            }
        }
        return List.of();
    }

    private GetLogEventsResponse get(String stream, Consumer<GetLogEventsRequest.Builder> what)
            throws RemoteException, InterruptedException {
        return Aws.call(
                "read the log stream " + group + " " + stream,
                () -> aws.logs()
                        .getLogEvents(r -> what.accept(r.logGroupName(group).logStreamName(stream))));
    }

    private static Page page(GetLogEventsResponse answer) {
        return new Page(answer.events(), answer.nextForwardToken());
    }

    private static <T> T unlessGone(RemoteException e, T nothing) throws RemoteException {
        if (e.kind() == Kind.GONE) {
            return nothing;
        }
        throw e;
    }
}
