package io.jenkins.plugins.sagemaker.lab.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.lab.aws.Clients;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.PurgeQueueInProgressException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** AWS's own client over the JSON protocol. */
class SqsTest {

    private final LocalAws aws = LocalAws.builder().speed(100).start();
    private final Clients clients = Clients.of(aws);
    private final SqsClient sqs = clients.sqs();
    private String queue;

    @BeforeEach
    void createQueue() {
        queue = sqs.createQueue(q -> q.queueName("jobs")
                        .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "20"))
                        .tags(Map.of("team", "vision")))
                .queueUrl();
    }

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    private List<Message> receive(int max, int waitSeconds) {
        return sqs.receiveMessage(r -> r.queueUrl(queue)
                        .maxNumberOfMessages(max)
                        .waitTimeSeconds(waitSeconds)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    @Test
    void givesAMessageAgainUntilItIsDeleted() {
        String id =
                sqs.sendMessage(m -> m.queueUrl(queue).messageBody("ä <&> \n")).messageId();

        Message first = receive(1, 0).get(0);
        assertThat(first.messageId()).isEqualTo(id);
        assertThat(first.body()).isEqualTo("ä <&> \n");
        assertThat(first.attributes()).containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
        assertThat(receive(1, 0)).isEmpty();
        assertThat(sqs.getQueueAttributes(q -> q.queueUrl(queue)
                                .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                        .attributes())
                .containsValue("1");

        Message second = receive(1, 20).get(0);
        assertThat(second.messageId()).isEqualTo(id);
        assertThat(second.attributes()).containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
        sqs.deleteMessage(m -> m.queueUrl(queue).receiptHandle(second.receiptHandle()));
        assertThat(receive(1, 20)).isEmpty();
    }

    @Test
    void aLongPollEndsWithTheFirstMessageOrItsTime() {
        Instant start = aws.timeline().now();
        assertThat(receive(1, 10)).isEmpty();
        assertThat(Duration.between(start, aws.timeline().now())).isGreaterThanOrEqualTo(Duration.ofSeconds(10));

        var waiting = CompletableFuture.supplyAsync(() -> receive(10, 20));
        Awaitility.await().until(() -> aws.requests().size() >= 2 && !waiting.isDone());
        sqs.sendMessage(m -> m.queueUrl(queue).messageBody("now"));
        assertThat(waiting.join()).extracting(Message::body).containsExactly("now");
    }

    @Test
    void delaysHidesAndPurges() {
        sqs.sendMessage(m -> m.queueUrl(queue).messageBody("later").delaySeconds(10));
        assertThat(receive(1, 0)).isEmpty();
        Message message = receive(1, 20).get(0);

        sqs.changeMessageVisibility(
                c -> c.queueUrl(queue).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
        assertThat(receive(1, 1)).hasSize(1);

        sqs.purgeQueue(p -> p.queueUrl(queue));
        assertThatThrownBy(() -> sqs.purgeQueue(p -> p.queueUrl(queue)))
                .isInstanceOf(PurgeQueueInProgressException.class);
        assertThat(receive(1, 20)).isEmpty();
    }

    @Test
    void batchesTellWhichEntriesFailed() {
        sqs.sendMessageBatch(b -> b.queueUrl(queue)
                .entries(
                        SendMessageBatchRequestEntry.builder()
                                .id("a")
                                .messageBody("1")
                                .build(),
                        SendMessageBatchRequestEntry.builder()
                                .id("b")
                                .messageBody("2")
                                .build()));
        List<Message> messages = receive(10, 0);
        assertThat(messages).extracting(Message::body).containsExactly("1", "2");

        DeleteMessageBatchResponse answer = sqs.deleteMessageBatch(b ->
                b.queueUrl(queue).entries(entry("good", messages.get(0).receiptHandle()), entry("bad", "x")));
        assertThat(answer.successful())
                .singleElement()
                .satisfies(s -> assertThat(s.id()).isEqualTo("good"));
        assertThat(answer.failed()).extracting(BatchResultErrorEntry::code).containsExactly("ReceiptHandleIsInvalid");
        assertThatThrownBy(() ->
                        sqs.deleteMessageBatch(b -> b.queueUrl(queue).entries(entry("a", "x"), entry("a", "y"))))
                .isInstanceOf(BatchEntryIdsNotDistinctException.class);
    }

    private static DeleteMessageBatchRequestEntry entry(String id, String handle) {
        return DeleteMessageBatchRequestEntry.builder()
                .id(id)
                .receiptHandle(handle)
                .build();
    }

    @Test
    void knowsItsQueues() {
        assertThat(queue).isEqualTo(aws.endpoint() + "/123456789012/jobs");
        assertThat(sqs.getQueueUrl(q -> q.queueName("jobs")).queueUrl()).isEqualTo(queue);
        assertThat(sqs.listQueues(q -> q.queueNamePrefix("jo")).queueUrls()).containsExactly(queue);
        assertThat(sqs.listQueueTags(q -> q.queueUrl(queue)).tags()).containsEntry("team", "vision");
        sqs.setQueueAttributes(q -> q.queueUrl("https://sqs.eu-central-1.amazonaws.com/123456789012/jobs")
                .attributes(Map.of(QueueAttributeName.POLICY, "{}")));
        Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(
                        q -> q.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
                .attributes();
        assertThat(attributes)
                .containsEntry(QueueAttributeName.POLICY, "{}")
                .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "20")
                .containsEntry(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "345600")
                .containsEntry(QueueAttributeName.QUEUE_ARN, "arn:aws:sqs:eu-central-1:123456789012:jobs");

        sqs.deleteQueue(q -> q.queueUrl(queue));
        assertThat(sqs.listQueues().queueUrls()).isEmpty();
    }

    @Test
    void errorsAreTheSdksOwn() {
        assertThatThrownBy(() -> sqs.receiveMessage(r -> r.queueUrl(queue + "x")))
                .isInstanceOfSatisfying(
                        QueueDoesNotExistException.class,
                        error -> assertThat(error.awsErrorDetails().errorCode())
                                .isEqualTo("AWS.SimpleQueueService.NonExistentQueue"));
        assertThatThrownBy(() -> sqs.createQueue(
                        q -> q.queueName("jobs").attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "30"))))
                .isInstanceOf(QueueNameExistsException.class);
        assertThatThrownBy(() -> sqs.deleteMessage(m -> m.queueUrl(queue).receiptHandle("x")))
                .isInstanceOf(ReceiptHandleIsInvalidException.class);
        assertThatThrownBy(() -> sqs.receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(11)))
                .isInstanceOf(SqsException.class)
                .hasMessageContaining("Must be between 1 and 10");
        assertThatThrownBy(() -> sqs.setQueueAttributes(
                        q -> q.queueUrl(queue).attributes(Map.of(QueueAttributeName.DELAY_SECONDS, "901"))))
                .isInstanceOf(SqsException.class)
                .hasMessageContaining("Invalid value for the parameter DelaySeconds.");
    }
}
