package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code AWS::Events::Rule} with its targets; its physical id is its name. */
final class RuleHandler extends ServiceHandler {

    private static final List<String> SETTINGS =
            List.of("Description", "EventBusName", "RoleArn", "ScheduleExpression", "State");

    private final JsonClient events;

    RuleHandler(JsonClient events) {
        super("Events", Duration.ofSeconds(60));
        this.events = events;
    }

    @Override
    String make(ResourceRequest request) throws AwsError {
        String name = Objects.requireNonNullElseGet(request.text("Name"), () -> PhysicalNames.of(request, 64));
        put(request, name);
        return name;
    }

    private void put(ResourceRequest request, String name) throws AwsError {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("Name", name);
        for (String setting : SETTINGS) {
            if (request.text(setting) != null) {
                rule.put(setting, request.text(setting));
            }
        }
        if (request.properties().containsKey("EventPattern")) {
            rule.put("EventPattern", JsonClient.text(request.properties().get("EventPattern")));
        }
        events.call(request.owner(), "PutRule", rule);
    }

    @Override
    void configure(ResourceRequest request) throws AwsError {
        put(request, request.physicalId());
        List<Map<?, ?>> wanted = targets(request.properties());
        List<String> gone = new ArrayList<>(ids(targets(request.previous())));
        gone.removeAll(ids(wanted));
        removeTargets(request, gone);
        if (!wanted.isEmpty()) {
            events.call(request.owner(), "PutTargets", Map.of("Rule", request.physicalId(), "Targets", wanted));
        }
    }

    @Override
    void remove(ResourceRequest request) throws AwsError {
        removeTargets(request, ids(targets(request.properties())));
        events.call(request.owner(), "DeleteRule", Map.of("Name", request.physicalId()));
    }

    private void removeTargets(ResourceRequest request, List<String> ids) throws AwsError {
        if (!ids.isEmpty()) {
            events.call(request.owner(), "RemoveTargets", Map.of("Rule", request.physicalId(), "Ids", ids));
        }
    }

    private static List<Map<?, ?>> targets(Map<String, Object> properties) {
        List<Map<?, ?>> targets = new ArrayList<>();
        if (properties.get("Targets") instanceof List<?> list) {
            list.forEach(target -> targets.add((Map<?, ?>) target));
        }
        return targets;
    }

    private static List<String> ids(List<Map<?, ?>> targets) {
        return targets.stream().map(target -> target.get("Id").toString()).toList();
    }

    @Override
    Map<String, Object> attributes(ResourceRequest request) {
        return Map.of(
                "Arn",
                "arn:aws:events:" + request.owner().region() + ":"
                        + request.owner().account() + ":rule/" + request.physicalId());
    }
}
