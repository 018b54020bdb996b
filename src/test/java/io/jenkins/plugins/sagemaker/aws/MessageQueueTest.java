package io.jenkins.plugins.sagemaker.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.sagemaker.aws.MessageQueue.Message;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.lab.aws.RecordedRequest;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against the local AWS, whose time passes ten times as fast: a poll of 20 s takes 2 s. */
@Timeout(60)
class MessageQueueTest {

    private static final int SPEED = 10;

    @TempDir
    private Path folder;

    private LocalAws local;
    private LocalConnection connection;
    private String url;

    @BeforeEach
    void createQueue() throws Exception {
        local = LocalAws.builder().speed(SPEED).start();
        connection = new LocalConnection(local, SPEED, folder);
        url = sqs("CreateQueue", "\"QueueName\": \"changes\"").get("QueueUrl").asText();
    }

    @AfterEach
    void stop() {
        connection.close();
        local.close();
    }

    private JsonNode sqs(String operation, String members) throws Exception {
        return local.invoke("sqs", operation, LocalConnection.REGION, "{" + members + "}");
    }

    private void send(String body) throws Exception {
        sqs("SendMessage", "\"QueueUrl\": \"" + url + "\", \"MessageBody\": \"" + body + "\"");
    }

    private MessageQueue queue() throws Exception {
        return connection.queue(url, null);
    }

    @Test
    void whatIsSentIsReceivedAndGoneOnceItIsDeleted() throws Exception {
        for (int i = 0; i < 25; i++) {
            send("message " + i);
        }
        List<String> received = new ArrayList<>();
        for (List<Message> some = queue().receive(); !some.isEmpty(); some = queue().receive()) {
            assertThat(some).hasSizeLessThanOrEqualTo(10);
            some.forEach(message -> received.add(message.body()));
            queue().delete(some);
        }

        assertThat(received).hasSize(25).doesNotHaveDuplicates().contains("message 0", "message 24");
        assertThat(local.requests())
                .filteredOn(r -> r.operation().equals("DeleteMessageBatch"))
                .hasSize(3);
    }

    @Test
    void aPollEndsAsSoonAsThereIsAMessage() throws Exception {
        var poll = CompletableFuture.supplyAsync(() -> {
            try {
                return queue().receive();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        long sentAt = System.nanoTime();
        send("news");

        assertThat(poll.get().get(0).body()).isEqualTo("news");
        assertThat(System.nanoTime() - sentAt).isLessThan(TimeUnit.SECONDS.toNanos(2));
    }

    @Test
    void requestsAreSignedForTheQueuesRegionAndAccount() throws Exception {
        send("news");
        queue().receive();

        assertThat(local.requests())
                .filteredOn(r -> r.operation().equals("ReceiveMessage"))
                .extracting(RecordedRequest::service, RecordedRequest::region, RecordedRequest::account)
                .containsExactly(tuple("sqs", LocalConnection.REGION, "123456789012"));
    }

    @Test
    void aRoleIsAssumedFirst() throws Exception {
        send("news");
        var queue = connection.queue(url, "arn:aws:iam::123456789012:role/jenkins");

        assertThat(queue.receive()).extracting(Message::body).containsExactly("news");
        assertThat(local.requests()).extracting(RecordedRequest::operation).contains("AssumeRole");
    }

    @Test
    void aQueueThatIsNotThereIsNamed() throws Exception {
        var gone = connection.queue(url + "-gone", null);

        assertThatThrownBy(gone::receive)
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.code()).isEqualTo("QueueDoesNotExist"))
                .hasMessageStartingWith("Could not receive messages from the queue " + url + "-gone: ")
                .hasMessageContaining("HTTP 400, request id ");
    }

    @Test
    void aDenialIsOne() {
        local.faults(Faults.on("sqs", "ReceiveMessage").accessDenied());

        assertThatThrownBy(() -> queue().receive())
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.kind()).isEqualTo(Kind.ACCESS_DENIED));
    }

    @Test
    void aDroppedConnectionPasses() {
        local.faults(Faults.on("sqs", "ReceiveMessage").dropBeforeEffect());

        assertThatThrownBy(() -> queue().receive())
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT));
    }

    @Test
    void aPollEndsWhenTheConnectionsAreClosed() throws Exception {
        var arrived = new CountDownLatch(1);
        local.faults(Faults.of(target -> {
            arrived.countDown();
            return Optional.empty();
        }));
        var queue = queue();
        var poll = CompletableFuture.supplyAsync(() -> {
            try {
                return queue.receive();
            } catch (RemoteException e) {
                return e.kind();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        arrived.await();
        connection.close();

        assertThat(poll.get()).isEqualTo(Kind.TRANSIENT);
    }
}
