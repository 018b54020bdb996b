package io.jenkins.plugins.sagemaker.lab.aws.logs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.Service;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import java.util.Map;

/**
 * The local CloudWatch Logs: groups, streams, and reading and writing events. No queries, metric filters or
 * subscriptions.
 */
public final class LogsService implements Service {

    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

    private final Map<String, Operation> operations;

    public LogsService(InMemoryLogStore store, Timeline timeline) {
        var groups = new LogGroupOperations(store);
        var streams = new LogStreamOperations(groups, timeline);
        operations = Map.ofEntries(
                Map.entry("CreateLogGroup", groups::create),
                Map.entry("DeleteLogGroup", groups::delete),
                Map.entry("DescribeLogGroups", groups::describe),
                Map.entry("PutRetentionPolicy", groups::putRetention),
                Map.entry("DeleteRetentionPolicy", groups::deleteRetention),
                Map.entry("TagResource", groups::tag),
                Map.entry("UntagResource", groups::untag),
                Map.entry("ListTagsForResource", groups::listTags),
                Map.entry("TagLogGroup", groups::tag),
                Map.entry("UntagLogGroup", groups::untag),
                Map.entry("ListTagsLogGroup", groups::listTags),
                Map.entry("CreateLogStream", streams::create),
                Map.entry("DeleteLogStream", streams::delete),
                Map.entry("DescribeLogStreams", streams::describe),
                Map.entry("PutLogEvents", new LogEventWrites(store, streams, timeline)::put),
                Map.entry("GetLogEvents", new LogEventReads(streams)::get),
                Map.entry("FilterLogEvents", new LogEventFilter(groups)::filter));
    }

    @FunctionalInterface
    private interface Operation {
        ObjectNode answer(LogsRequest request) throws AwsError;
    }

    @Override
    public String signingName() {
        return "logs";
    }

    @Override
    public Protocol protocol() {
        return Protocol.JSON;
    }

    @Override
    public Reply handle(Call call) throws AwsError {
        Operation operation = operations.get(call.operation());
        if (operation == null) {
            throw AwsError.unknownOperation("logs", call.operation());
        }
        ObjectNode answer = operation.answer(LogsRequest.read(call));
        // Operations without a result answer an empty body, as AWS does.
        return answer.isEmpty() ? Reply.of(200, CONTENT_TYPE, "") : Reply.of(200, CONTENT_TYPE, answer.toString());
    }
}
