package io.jenkins.plugins.sagemaker.lab.aws.sqs;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A standard queue: gives each message to one receiver, and again if that one has not deleted it within the visibility
 * timeout.
 */
public final class Queue {

    private final String name;
    private final String arn;
    private final Timeline timeline;
    private final Instant created;
    private final Map<String, String> attributes = new ConcurrentHashMap<>();
    private final Map<String, String> tags = new ConcurrentHashMap<>();
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Instant purged = Instant.EPOCH;
    private boolean closed;

    Queue(String name, String arn, Timeline timeline) {
        this.name = name;
        this.arn = arn;
        this.timeline = timeline;
        this.created = timeline.now();
    }

    String name() {
        return name;
    }

    String arn() {
        return arn;
    }

    Instant created() {
        return created;
    }

    Map<String, String> tags() {
        return tags;
    }

    /** An attribute that can be set, or its default; null if it is not set and has none. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, QueueAttributes.defaultOf(attribute));
    }

    Map<String, String> attributes() {
        return attributes;
    }

    void setAttributes(Map<String, String> wanted) throws AwsError {
        QueueAttributes.check(wanted);
        attributes.putAll(wanted);
    }

    private Duration seconds(String attribute) {
        return Duration.ofSeconds(Long.parseLong(attribute(attribute)));
    }

    /**
     * Puts a message into the queue.
     *
     * @param delay after which it can be received; null for the queue's own
     * @return its id
     */
    public String send(String body, Duration delay) {
        lock.lock();
        try {
            Instant now = timeline.now();
            var message = new Message(body, now, now.plus(delay == null ? seconds("DelaySeconds") : delay));
            messages.put(message.id, message);
            changed.signalAll();
            return message.id;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes messages, waiting for the first if there is none.
     *
     * @param visibility how long nobody else gets them
     * @param wait how long to wait, in AWS's time
     */
    List<Message.Received> receive(int max, Duration visibility, Duration wait) throws InterruptedException {
        lock.lock();
        try {
            Instant deadline = timeline.now().plus(wait);
            while (true) {
                List<Message.Received> taken = take(max, visibility);
                Instant now = timeline.now();
                if (!taken.isEmpty() || closed || !now.isBefore(deadline)) {
                    return taken;
                }
                Cancellable alarm = timeline.after(Duration.between(now, nextChange(now, deadline)), this::wake);
                try {
                    changed.await();
                } finally {
                    alarm.cancel();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private List<Message.Received> take(int max, Duration visibility) {
        Instant now = timeline.now();
        Instant tooOld = now.minus(seconds("MessageRetentionPeriod"));
        messages.values().removeIf(message -> message.sent.isBefore(tooOld));
        List<Message.Received> taken = new ArrayList<>();
        for (Message message : messages.values()) {
            if (taken.size() < max && !message.visibleFrom.isAfter(now)) {
                message.receives++;
                message.firstReceived = message.receives == 1 ? now : message.firstReceived;
                message.visibleFrom = now.plus(visibility);
                taken.add(message.received());
            }
        }
        return taken;
    }

    /** When a hidden message comes back, if that is before the deadline. */
    private Instant nextChange(Instant now, Instant deadline) {
        return messages.values().stream()
                .map(message -> message.visibleFrom)
                .filter(time -> time.isAfter(now) && time.isBefore(deadline))
                .min(Instant::compareTo)
                .orElse(deadline);
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Deletes a message; one that is gone counts as deleted. */
    void delete(String receiptHandle) throws AwsError {
        String id = QueueAttributes.messageId(receiptHandle);
        lock.lock();
        try {
            messages.remove(id);
        } finally {
            lock.unlock();
        }
    }

    /** Hides a received message for so long from now on. */
    void hide(String receiptHandle, Duration visibility) throws AwsError {
        String id = QueueAttributes.messageId(receiptHandle);
        lock.lock();
        try {
            Message message = messages.get(id);
            if (message == null || !message.visibleFrom.isAfter(timeline.now())) {
                throw new AwsError(400, "MessageNotInflight", "The message referred to isn't in flight.");
            }
            message.visibleFrom = timeline.now().plus(visibility);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void purge() throws AwsError {
        lock.lock();
        try {
            Instant now = timeline.now();
            if (now.isBefore(purged.plusSeconds(60))) {
                throw new AwsError(
                        403,
                        "PurgeQueueInProgress",
                        "Only one PurgeQueue operation on " + name + " is allowed every 60 seconds.");
            }
            purged = now;
            messages.clear();
        } finally {
            lock.unlock();
        }
    }

    /** How many messages can be received, are hidden by a receiver, and are delayed. */
    Counts counts() {
        lock.lock();
        try {
            Instant now = timeline.now();
            int visible = 0;
            int inFlight = 0;
            int delayed = 0;
            for (Message message : messages.values()) {
                if (!message.visibleFrom.isAfter(now)) {
                    visible++;
                } else if (message.receives > 0) {
                    inFlight++;
                } else {
                    delayed++;
                }
            }
            return new Counts(visible, inFlight, delayed);
        } finally {
            lock.unlock();
        }
    }

    record Counts(int visible, int inFlight, int delayed) {}

    /** Lets go of those who wait. */
    void close() {
        lock.lock();
        try {
            closed = true;
            messages.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
