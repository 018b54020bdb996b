package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import io.jenkins.plugins.sagemaker.lab.aws.sns.SnsRegion;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Changes the statuses of stacks and resources: every change is an event, and tells the stack's notification topics. */
final class StackHistory {

    private static final Logger LOGGER = Logger.getLogger(StackHistory.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Timeline timeline;
    private final SnsRegion topics;

    StackHistory(Timeline timeline, SnsRegion topics) {
        this.timeline = timeline;
        this.topics = topics;
    }

    void stack(Stack stack, StackStatus status, String reason) {
        stack.status = status;
        stack.statusReason = reason;
        Instant now = timeline.now();
        add(
                stack,
                new StackEvent(
                        UUID.randomUUID().toString(),
                        stack.name,
                        stack.id,
                        Stack.TYPE,
                        now,
                        status.name(),
                        reason,
                        null,
                        stack.token));
    }

    void resource(Stack stack, StackResource resource, ResourceStatus status, String reason) {
        resource.status = status;
        resource.reason = reason;
        resource.time = timeline.now();
        String id = resource.logicalId + "-" + status + "-" + resource.time + "-" + stack.events.size();
        add(
                stack,
                new StackEvent(
                        id,
                        resource.logicalId,
                        Objects.requireNonNullElse(resource.physicalId, ""),
                        resource.type,
                        resource.time,
                        status.name(),
                        reason,
                        json(resource.properties),
                        stack.token));
    }

    private void add(Stack stack, StackEvent event) {
        stack.events.add(event);
        for (String topic : stack.input == null ? List.<String>of() : stack.input.notificationArns()) {
            try {
                topics.publish(topic, "AWS CloudFormation Notification", notification(stack, event));
            } catch (AwsError e) {
                // AWS goes on as well when a topic of a stack is gone.
                LOGGER.log(Level.FINE, e, () -> "Stack " + stack.name + " cannot notify " + topic);
            }
        }
    }

    private static String notification(Stack stack, StackEvent event) {
        return String.join(
                "\n",
                line("StackId", stack.id),
                line("Timestamp", event.time()),
                line("EventId", event.id()),
                line("LogicalResourceId", event.logicalId()),
                line("PhysicalResourceId", event.physicalId()),
                line("ResourceProperties", event.properties()),
                line("ResourceStatus", event.status()),
                line("ResourceStatusReason", Objects.requireNonNullElse(event.reason(), "")),
                line("ResourceType", event.type()),
                line("StackName", stack.name),
                line("ClientRequestToken", event.token()),
                "");
    }

    private static String line(String name, Object value) {
        return name + "='" + value + "'";
    }

    private static String json(Object properties) {
        try {
            return JSON.writeValueAsString(properties);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The properties of a resource cannot be written as JSON.", e);
        }
    }
}
