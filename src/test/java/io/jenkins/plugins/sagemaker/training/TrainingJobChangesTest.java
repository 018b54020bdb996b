package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.aws.EventQueue;
import io.jenkins.plugins.sagemaker.aws.LocalConnection;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.operation.Listing.Entry;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TrainingJobChangesTest {

    private static final int SPEED = 100;

    @TempDir
    private Path folder;

    private LocalAws local;
    private LocalConnection connection;
    private EventQueue queue;
    private final List<Entry> heard = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        local = LocalAws.builder().speed(SPEED).start();
        connection = new LocalConnection(local, SPEED, folder);
        queue = EventQueue.create(local, "changes");
    }

    @AfterEach
    void stop() {
        connection.close();
        local.close();
    }

    private void read() throws Exception {
        TrainingJobChanges.read(connection.queue(queue.url(), null), heard::addAll);
    }

    private static String event(String detailType, String detail) {
        return "{\"version\": \"0\", \"detail-type\": \"" + detailType + "\", \"source\": \"aws.sagemaker\","
                + " \"account\": \"123456789012\", \"time\": \"2026-01-02T03:04:05Z\", \"region\": \"eu-central-1\","
                + " \"detail\": " + detail + "}";
    }

    private static String ofJob(String detail) {
        return event("SageMaker Training Job State Change", detail);
    }

    @Test
    void aChangeTellsWhatTheListShows() throws Exception {
        queue.send(ofJob("{\"TrainingJobName\": \"digits-1\", \"TrainingJobStatus\": \"InProgress\","
                + " \"SecondaryStatus\": \"Training\", \"LastModifiedTime\": 1583831889050}"));
        queue.send(ofJob("{\"TrainingJobName\": \"digits-2\", \"TrainingJobStatus\": \"Failed\"}"));
        read();

        assertThat(heard)
                .containsExactlyInAnyOrder(
                        new Entry("digits-1", Instant.ofEpochMilli(1583831889050L), "InProgressTraining", false),
                        new Entry("digits-2", Instant.parse("2026-01-02T03:04:05Z"), "Failed", true));
        assertThat(queue.messages()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "[]",
                "7",
                "null",
                "{}",
                "{\"detail-type\": \"SageMaker Training Job State Change\"}",
                "{\"detail-type\": \"SageMaker Training Job State Change\","
                        + " \"detail\": {\"TrainingJobName\": \"a\", \"TrainingJobStatus\": \"Failed\"}}",
                "{\"detail-type\": \"SageMaker Training Job State Change\", \"time\": \"yesterday\","
                        + " \"detail\": {\"TrainingJobName\": \"a\", \"TrainingJobStatus\": \"Failed\"}}",
            })
    void whatIsNoneIsThrownAway(String message) throws Exception {
        queue.send(message);
        queue.send(event("SageMaker Endpoint State Change", "{\"EndpointName\": \"digits\"}"));
        read();

        assertThat(heard).isEmpty();
        assertThat(queue.messages()).isZero();
    }

    @Test
    void whatMayNotBeDeletedIsToldAllTheSame() throws Exception {
        queue.send(ofJob("{\"TrainingJobName\": \"digits-1\", \"TrainingJobStatus\": \"Stopped\"}"));
        local.faults(Faults.on("sqs", "DeleteMessageBatch").accessDenied());

        assertThatThrownBy(this::read)
                .isInstanceOf(RemoteException.class)
                .hasMessageStartingWith("Could not delete messages of the queue " + queue.url());
        assertThat(heard).hasSize(1);
    }

    @Test
    void anEmptyQueueTellsNothing() throws Exception {
        read();

        assertThat(heard).isEmpty();
    }
}
