package io.jenkins.plugins.sagemaker.deployment;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OrderBy;

/** The last words of an endpoint's containers. */
record ContainerLog(Aws aws, String endpoint) {

    private static final int MOST_STREAMS = 2;
    private static final int MOST_LINES = 20;

    /**
     * Lines for the build log. That there is no log, or that it may not be read, is said in a line and hides no other failure.
     *
     * @param sinceMillis older lines belong to earlier models
     */
    List<String> lastLines(long sinceMillis) throws RemoteException, InterruptedException {
        String group = "/aws/sagemaker/Endpoints/" + endpoint;
        List<String> lines = new ArrayList<>();
        try {
            var streams = Aws.call(
                    "list the streams of log group " + group,
                    () -> aws.logs()
                            .describeLogStreams(r -> r.logGroupName(group)
                                    .orderBy(OrderBy.LAST_EVENT_TIME)
                                    .descending(true)
                                    .limit(MOST_STREAMS)));
            for (LogStream stream : streams.logStreams()) {
                var events = Aws.call(
                                "read log stream " + group + "/" + stream.logStreamName(),
                                () -> aws.logs()
                                        .getLogEvents(r -> r.logGroupName(group)
                                                .logStreamName(stream.logStreamName())
                                                .startTime(sinceMillis)
                                                .startFromHead(false)
                                                .limit(MOST_LINES)))
                        .events();
                if (!events.isEmpty()) {
                    lines.add("The container's last lines (" + group + "/" + stream.logStreamName() + "):");
                    events.forEach(event -> lines.add("  | " + event.message().stripTrailing()));
                }
            }
        } catch (RemoteException e) {
            switch (e.kind()) {
                case THROTTLED, TRANSIENT, EXPIRED_CREDENTIALS -> throw e;
                case ACCESS_DENIED, CONFLICT, INVALID ->
                    lines.add("The container's log could not be read. " + e.getMessage());
                case GONE -> {}
            }
        }
        if (lines.isEmpty()) {
            lines.add("The container has written no log (" + group + ").");
        }
        return lines;
    }
}
