package io.jenkins.plugins.sagemaker.lab.aws.sns;

import java.time.Instant;

/**
 * A message that was published.
 *
 * @param id its MessageId
 * @param topicArn the topic
 * @param subject or null
 * @param body the message
 * @param time when it was published
 */
public record SnsMessage(String id, String topicArn, String subject, String body, Instant time) {}
