package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** {@code AWS::Logs::LogGroup}; its physical id is its name. */
final class LogGroupHandler extends ServiceHandler {

    private final JsonClient logs;

    LogGroupHandler(JsonClient logs) {
        super("CloudWatchLogs", Duration.ofSeconds(3));
        this.logs = logs;
    }

    @Override
    String make(ResourceRequest request) throws AwsError {
        String name = Objects.requireNonNullElseGet(request.text("LogGroupName"), () -> PhysicalNames.of(request, 512));
        logs.call(request.owner(), "CreateLogGroup", Map.of("logGroupName", name));
        return name;
    }

    @Override
    void configure(ResourceRequest request) throws AwsError {
        Object days = request.properties().get("RetentionInDays");
        if (days != null) {
            logs.call(
                    request.owner(),
                    "PutRetentionPolicy",
                    Map.of("logGroupName", request.physicalId(), "retentionInDays", days));
        } else if (request.previous().containsKey("RetentionInDays")) {
            logs.call(request.owner(), "DeleteRetentionPolicy", Map.of("logGroupName", request.physicalId()));
        }
    }

    @Override
    void remove(ResourceRequest request) throws AwsError {
        logs.call(request.owner(), "DeleteLogGroup", Map.of("logGroupName", request.physicalId()));
    }

    @Override
    Map<String, Object> attributes(ResourceRequest request) {
        return Map.of(
                "Arn",
                "arn:aws:logs:" + request.owner().region() + ":"
                        + request.owner().account() + ":log-group:" + request.physicalId() + ":*");
    }
}
