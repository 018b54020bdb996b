package io.jenkins.plugins.sagemaker.lab.aws.sqs;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The queues of one account and region. */
public final class SqsRegion {

    private final String account;
    private final String region;
    private final Timeline timeline;
    private final Map<String, Queue> queues = new TreeMap<>();

    SqsRegion(String account, String region, Timeline timeline) {
        this.account = account;
        this.region = region;
        this.timeline = timeline;
    }

    /** Creates a queue, or finds the one of that name if none of the attributes differs. */
    synchronized Queue create(String name, Map<String, String> attributes, Map<String, String> tags) throws AwsError {
        if (name.endsWith(".fifo") || attributes.containsKey("FifoQueue")) {
            throw new AwsError(400, "UnsupportedOperation", "The local SQS has standard queues only.");
        }
        if (!name.matches("[A-Za-z0-9_-]{1,80}")) {
            throw new AwsError(
                    400,
                    "InvalidParameterValue",
                    "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
        QueueAttributes.check(attributes);
        Queue queue = queues.get(name);
        if (queue == null) {
            queue = new Queue(name, "arn:aws:sqs:" + region + ":" + account + ":" + name, timeline);
            queue.setAttributes(attributes);
            queue.tags().putAll(tags);
            queues.put(name, queue);
            return queue;
        }
        for (Map.Entry<String, String> wanted : attributes.entrySet()) {
            if (!wanted.getValue().equals(queue.attribute(wanted.getKey()))) {
                throw new AwsError(
                        400,
                        "QueueNameExists",
                        "A queue already exists with the same name and a different value for attribute "
                                + wanted.getKey());
            }
        }
        return queue;
    }

    /** A queue by its name. */
    public synchronized Optional<Queue> find(String name) {
        return Optional.ofNullable(queues.get(name));
    }

    /** A queue by its URL, of which only the name counts. */
    synchronized Queue at(String url) throws AwsError {
        Queue queue = queues.get(url.substring(url.lastIndexOf('/') + 1));
        if (queue == null) {
            throw missing();
        }
        return queue;
    }

    synchronized void delete(Queue queue) {
        queues.remove(queue.name());
        queue.close();
    }

    synchronized List<Queue> withPrefix(String prefix) {
        return queues.values().stream()
                .filter(queue -> queue.name().startsWith(prefix))
                .toList();
    }

    static AwsError missing() {
        return new AwsError(400, "QueueDoesNotExist", "The specified queue does not exist.");
    }
}
