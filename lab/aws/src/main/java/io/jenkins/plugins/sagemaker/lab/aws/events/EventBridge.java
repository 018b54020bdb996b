package io.jenkins.plugins.sagemaker.lab.aws.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.EventSink;
import io.jenkins.plugins.sagemaker.lab.aws.Service;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import io.jenkins.plugins.sagemaker.lab.aws.sqs.Queue;
import io.jenkins.plugins.sagemaker.lab.aws.sqs.Sqs;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * The local EventBridge: rules on the default bus of each account and region, which bring what services tell to SQS
 * queues. Targets of other kinds are kept, but nothing reaches them; schedules never fire.
 */
public final class EventBridge implements EventSink {

    private static final Logger LOGGER = Logger.getLogger(EventBridge.class.getName());

    private static final Duration DELIVERY = Duration.ofMillis(500);

    private final Timeline timeline;
    private final Sqs sqs;
    private final Map<String, EventBus> buses = new ConcurrentHashMap<>();

    public EventBridge(Timeline timeline, Sqs sqs) {
        this.timeline = timeline;
        this.sqs = sqs;
    }

    /** The service that clients call. */
    public Service service() {
        return new EventsService(this);
    }

    EventBus bus(String account, String region) {
        return buses.computeIfAbsent(account + " " + region, key -> new EventBus(account, region));
    }

    @Override
    public void tell(Event event) {
        EventBus bus = bus(event.account(), event.region());
        if (bus.isUsed()) {
            deliver(bus, envelope(event));
        }
    }

    /** Brings an event to the targets of all rules that match it. */
    void deliver(EventBus bus, ObjectNode event) {
        for (Rule rule : bus.matching(event)) {
            for (JsonNode target : rule.targets()) {
                String text = target.path("Input").asText(event.toString());
                timeline.after(DELIVERY, () -> bring(rule, target.get("Arn").asText(), text));
            }
        }
    }

    private void bring(Rule rule, String target, String text) {
        String[] arn = target.split(":", 6);
        if (arn.length != 6 || !arn[2].equals("sqs")) {
            LOGGER.fine(() -> "Rule " + rule.name() + " has the target " + target + ", which nothing reaches here.");
            return;
        }
        Optional<Queue> queue = sqs.region(arn[4], arn[3]).find(arn[5]);
        if (queue.isEmpty()) {
            LOGGER.warning(() -> "Rule " + rule.name() + " cannot bring an event to " + target + ": no such queue.");
        } else if (!QueuePolicy.allows(queue.get().attribute("Policy"), rule.arn(), arn[4])) {
            // AWS says so nowhere but in a metric.
            LOGGER.warning(() -> "Rule " + rule.name() + " cannot bring an event to " + target
                    + ": the queue's policy does not let events.amazonaws.com send messages on behalf of "
                    + rule.arn() + ".");
        } else {
            queue.get().send(text, null);
        }
    }

    private ObjectNode envelope(Event event) {
        ObjectNode envelope = envelope(event.account(), event.region(), event.source(), event.detailType());
        envelope.putArray("resources").add(event.resource());
        envelope.set("detail", event.detail().get());
        return envelope;
    }

    ObjectNode envelope(String account, String region, String source, String detailType) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", detailType)
                .put("source", source)
                .put("account", account)
                .put("time", timeline.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", region);
    }
}
