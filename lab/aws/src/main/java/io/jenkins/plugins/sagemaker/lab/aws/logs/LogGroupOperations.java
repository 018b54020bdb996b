package io.jenkins.plugins.sagemaker.lab.aws.logs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Creating, describing and deleting log groups, their retention and tags. */
final class LogGroupOperations {

    /** Source: CloudWatch Logs API reference, PutRetentionPolicy. */
    private static final Set<Integer> RETENTIONS = Set.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final InMemoryLogStore store;

    LogGroupOperations(InMemoryLogStore store) {
        this.store = store;
    }

    ObjectNode create(LogsRequest request) throws AwsError {
        String name = request.group();
        if (!store.create(request.account(), request.region(), name)) {
            throw new AwsError(400, "ResourceAlreadyExistsException", "The specified log group already exists");
        }
        LogGroup group = find(request);
        group.kmsKey(request.text("kmsKeyId"));
        tags(request, group);
        return JSON.objectNode();
    }

    ObjectNode delete(LogsRequest request) throws AwsError {
        if (!store.delete(request.account(), request.region(), request.group())) {
            throw missing();
        }
        return JSON.objectNode();
    }

    ObjectNode describe(LogsRequest request) throws AwsError {
        String prefix = request.text("logGroupNamePrefix");
        String pattern = request.text("logGroupNamePattern");
        if (prefix != null && pattern != null) {
            throw LogsRequest.invalid("Give logGroupNamePrefix or logGroupNamePattern, not both.");
        }
        List<LogGroup> groups = store.groups(request.account(), request.region()).stream()
                .filter(group -> prefix == null || group.name().startsWith(prefix))
                .filter(group -> pattern == null || group.name().contains(pattern))
                .toList();
        Page<LogGroup> page = Page.of(groups, request);
        ObjectNode answer = JSON.objectNode();
        var list = answer.putArray("logGroups");
        for (LogGroup group : page.items()) {
            ObjectNode node = list.addObject()
                    .put("logGroupName", group.name())
                    .put("creationTime", group.created())
                    .put("metricFilterCount", 0)
                    .put("arn", group.arn() + ":*")
                    .put("logGroupArn", group.arn())
                    .put("storedBytes", 0)
                    .put("logGroupClass", "STANDARD");
            if (group.retentionInDays() != null) {
                node.put("retentionInDays", group.retentionInDays());
            }
            if (group.kmsKey() != null) {
                node.put("kmsKeyId", group.kmsKey());
            }
        }
        if (page.nextToken() != null) {
            answer.put("nextToken", page.nextToken());
        }
        return answer;
    }

    ObjectNode putRetention(LogsRequest request) throws AwsError {
        int days = request.number("retentionInDays", 0, 0, Integer.MAX_VALUE);
        if (!RETENTIONS.contains(days)) {
            throw LogsRequest.invalid(
                    "retentionInDays must be one of the numbers of days that AWS offers, not " + days + ".");
        }
        find(request).retentionInDays(days);
        return JSON.objectNode();
    }

    ObjectNode deleteRetention(LogsRequest request) throws AwsError {
        find(request).retentionInDays(null);
        return JSON.objectNode();
    }

    ObjectNode tag(LogsRequest request) throws AwsError {
        tags(request, tagged(request));
        return JSON.objectNode();
    }

    ObjectNode untag(LogsRequest request) throws AwsError {
        Map<String, String> tags = tagged(request).tags();
        request.texts("tagKeys").forEach(tags::remove);
        request.texts("tags").forEach(tags::remove);
        return JSON.objectNode();
    }

    ObjectNode listTags(LogsRequest request) throws AwsError {
        ObjectNode answer = JSON.objectNode();
        ObjectNode tags = answer.putObject("tags");
        tagged(request).tags().forEach(tags::put);
        return answer;
    }

    LogGroup find(LogsRequest request) throws AwsError {
        return find(request, request.group());
    }

    private LogGroup tagged(LogsRequest request) throws AwsError {
        String arn = request.text("resourceArn");
        return arn == null
                ? find(request)
                : find(request, arn.replaceFirst("^(?:[^:]*:){6}", "").replaceFirst(":\\*$", ""));
    }

    private LogGroup find(LogsRequest request, String name) throws AwsError {
        return store.find(request.account(), request.region(), name).orElseThrow(LogGroupOperations::missing);
    }

    private static void tags(LogsRequest request, LogGroup group) {
        request.member("tags")
                .properties()
                .forEach(tag -> group.tags().put(tag.getKey(), tag.getValue().asText()));
    }

    private static AwsError missing() {
        return new AwsError(400, "ResourceNotFoundException", "The specified log group does not exist.");
    }
}
