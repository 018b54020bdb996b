package io.jenkins.plugins.sagemaker.lab.aws.sns;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The topics of one account and region, and what was published to them. Messages are kept for tests to look at and never delivered. */
public final class SnsRegion {

    /** Enough for any test, and small enough for a server that runs for weeks. */
    private static final int MESSAGES_KEPT = 10_000;

    private final String arnPrefix;
    private final Timeline timeline;
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final List<SnsMessage> messages = new ArrayList<>();

    SnsRegion(String account, String region, Timeline timeline) {
        this.arnPrefix = "arn:aws:sns:" + region + ":" + account + ":";
        this.timeline = timeline;
    }

    /** Creates a topic, or finds the one of that name; answers its ARN. */
    public synchronized String createTopic(String name, Map<String, String> attributes, Map<String, String> tags)
            throws AwsError {
        if (!name.matches("[A-Za-z0-9_-]{1,256}(\\.fifo)?")) {
            throw new AwsError(400, "InvalidParameter", "Invalid parameter: Topic Name");
        }
        Topic topic = topics.computeIfAbsent(arnPrefix + name, Topic::new);
        topic.attributes.putAll(attributes);
        topic.tags.putAll(tags);
        return topic.arn;
    }

    public synchronized boolean hasTopic(String arn) {
        return topics.containsKey(arn);
    }

    /** Deletes a topic; one that is not there counts as deleted. */
    public synchronized void deleteTopic(String arn) {
        topics.remove(arn);
    }

    public synchronized void setAttributes(String arn, Map<String, String> attributes) throws AwsError {
        topic(arn).attributes.putAll(attributes);
    }

    /** Replaces a topic's tags. */
    public synchronized void tag(String arn, Map<String, String> tags) throws AwsError {
        Topic topic = topic(arn);
        topic.tags.clear();
        topic.tags.putAll(tags);
    }

    /** Subscribes an endpoint, or finds its subscription; answers the ARN. */
    public synchronized String subscribe(String topicArn, String protocol, String endpoint) throws AwsError {
        Topic topic = topic(topicArn);
        for (Topic.Subscription subscription : topic.subscriptions) {
            if (subscription.protocol().equals(protocol)
                    && subscription.endpoint().equals(endpoint)) {
                return subscription.arn();
            }
        }
        String arn = topicArn + ":" + UUID.randomUUID();
        topic.subscriptions.add(new Topic.Subscription(arn, protocol, endpoint));
        return arn;
    }

    /** Ends a subscription; one that is not there counts as ended. */
    public synchronized void unsubscribe(String subscriptionArn) {
        topics.values()
                .forEach(topic -> topic.subscriptions.removeIf(
                        subscription -> subscription.arn().equals(subscriptionArn)));
    }

    /** Keeps a message and answers its id. */
    public synchronized String publish(String topicArn, String subject, String body) throws AwsError {
        topic(topicArn);
        if (body.isEmpty()) {
            throw new AwsError(400, "InvalidParameter", "Invalid parameter: Empty message");
        }
        if (messages.size() >= MESSAGES_KEPT) {
            messages.remove(0);
        }
        SnsMessage message = new SnsMessage(UUID.randomUUID().toString(), topicArn, subject, body, timeline.now());
        messages.add(message);
        return message.id();
    }

    /** What was published to a topic, oldest first, even if the topic is gone. */
    public synchronized List<SnsMessage> published(String topicArn) {
        return messages.stream()
                .filter(message -> message.topicArn().equals(topicArn))
                .toList();
    }

    Topic topic(String arn) throws AwsError {
        Topic topic = topics.get(arn);
        if (topic == null) {
            throw new AwsError(404, "NotFound", "Topic does not exist");
        }
        return topic;
    }

    synchronized List<Topic> topics() {
        return new ArrayList<>(topics.values());
    }
}
