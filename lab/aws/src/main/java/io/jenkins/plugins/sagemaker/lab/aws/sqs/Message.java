package io.jenkins.plugins.sagemaker.lab.aws.sqs;

import java.time.Instant;
import java.util.UUID;

/** A message in a queue. Guarded by its {@link Queue}. */
final class Message {

    final String id = UUID.randomUUID().toString();
    final String body;
    final Instant sent;
    Instant visibleFrom;
    Instant firstReceived;
    int receives;

    Message(String body, Instant sent, Instant visibleFrom) {
        this.body = body;
        this.sent = sent;
        this.visibleFrom = visibleFrom;
    }

    /**
     * A message as somebody has received it.
     *
     * @param id the message's id
     * @param receiptHandle what deletes it
     * @param body its text
     * @param sent when it was sent
     * @param firstReceived when somebody received it for the first time
     * @param receives how often it has been received
     */
    record Received(String id, String receiptHandle, String body, Instant sent, Instant firstReceived, int receives) {}

    Received received() {
        return new Received(id, id + "#" + receives, body, sent, firstReceived, receives);
    }
}
