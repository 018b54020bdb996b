package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.EventQueue;
import io.jenkins.plugins.sagemaker.aws.LocalConnection;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.operation.End;
import io.jenkins.plugins.sagemaker.operation.Feed;
import io.jenkins.plugins.sagemaker.operation.FileJournal;
import io.jenkins.plugins.sagemaker.operation.Journal;
import io.jenkins.plugins.sagemaker.operation.Listing.Entry;
import io.jenkins.plugins.sagemaker.operation.OperationRun;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.Watchers;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hundred jobs that are waited for at the same time, over the local AWS's wire protocol. */
@Timeout(120)
class WatchingOnLocalAwsTest {

    private static final int SPEED = 200;
    private static final int JOBS = 100;

    @TempDir
    private Path folder;

    private LocalAws local;
    private LocalConnection connection;
    private Watchers watchers;
    private final List<Wait> waits = new ArrayList<>();

    @BeforeEach
    void start() {
        local = LocalAws.builder().speed(SPEED).start();
        connection = new LocalConnection(local, SPEED, folder);
        watchers = new Watchers(connection.scheduler());
    }

    @AfterEach
    void stop() {
        connection.close();
        local.close();
    }

    /** A build that only waits. */
    private final class Wait implements OperationRun.Host {
        private final List<String> log = new ArrayList<>();
        private volatile Instant endedAt;
        private volatile End end;

        @Override
        public void saved(Journal.Entry entry) {}

        @Override
        public void print(List<String> lines) {
            log.addAll(lines);
        }

        @Override
        public long printed() {
            return log.size();
        }

        @Override
        public void ended(End how) {
            endedAt = local.timeline().now();
            end = how;
        }
    }

    private static TrainingOperation operation(String name, int seconds) {
        Map<String, Object> document = Map.of(
                "RoleArn",
                "arn:aws:iam::123456789012:role/sagemaker",
                "AlgorithmSpecification",
                Map.of("TrainingImage", "team/idle:1", "TrainingInputMode", "File"),
                "HyperParameters",
                Map.of("seconds", String.valueOf(seconds)),
                "OutputDataConfig",
                Map.of("S3OutputPath", "s3://bucket/models"),
                "ResourceConfig",
                Map.of("InstanceType", "ml.m5.large", "InstanceCount", 1, "VolumeSizeInGB", 10));
        return new TrainingOperation(new TrainingRequest(
                name,
                TrainingDefinition.of(document),
                List.of(),
                true,
                Map.of("jenkins:build", "waits 1"),
                Logs.FAILURE));
    }

    private void begin(String name, int seconds) {
        var wait = new Wait();
        waits.add(wait);
        new OperationRun<Aws, TrainingState>(
                        operation(name, seconds),
                        new FileJournal(folder.resolve(name), "nobody"),
                        connection.scheduler(),
                        connection::connect,
                        wait,
                        new OperationRun.Limits(null, false),
                        watchers)
                .start();
    }

    private long requests(String operation) {
        return local.requests().stream()
                .filter(request -> request.operation().equals(operation))
                .count();
    }

    @Test
    void allEndsAreSeenByOneListAndFewLooks() {
        for (int i = 0; i < JOBS; i++) {
            begin("job-" + i, 400 + 17 * i % 400);
        }
        awaitEnds();

        assertThat(waits).allMatch(wait -> wait.end instanceof End.Succeeded);
        assertThat(waits).allMatch(wait -> wait.log.stream().anyMatch(line -> line.endsWith("Training job completed")));
        assertThat(requests("CreateTrainingJob")).isEqualTo(JOBS);
        assertThat(requests("ListTrainingJobs")).isPositive();
        assertThat(requests("DescribeTrainingJob")).isLessThan(16L * JOBS);
    }

    private void awaitEnds() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> waits.stream().allMatch(wait -> wait.end != null));
    }

    /** The job's time passes two hundred times as fast as that of the build, which would look at 0 s, 5 s and 12 s. */
    @Test
    void aQueueTellsOfTheEndBeforeAnybodyWouldHaveLooked() throws Exception {
        connection.close();
        connection = new LocalConnection(local, 1, folder);
        watchers = new Watchers(connection.scheduler());
        EventQueue queue = EventQueue.create(local, "changes");
        watchers.feeds(List.of(feed(queue)));

        begin("job", 60);
        awaitEnds();

        assertThat(waits.get(0).end).isInstanceOf(End.Succeeded.class);
        Instant over = connection
                .connect()
                .sageMaker()
                .describeTrainingJob(r -> r.trainingJobName("job"))
                .lastModifiedTime();
        Duration unseen = Duration.between(over, waits.get(0).endedAt).dividedBy(SPEED);
        assertThat(unseen).isLessThan(Duration.ofSeconds(2));
        assertThat(waits.get(0).log).anyMatch(line -> line.contains("Downloading"));
        Awaitility.await().until(() -> queue.messages() == 0);
    }

    private Feed feed(EventQueue queue) {
        return new Feed() {
            @Override
            public String name() {
                return queue.url();
            }

            @Override
            public Object topic() {
                return TrainingJobChanges.topic(LocalConnection.REGION);
            }

            @Override
            public boolean read(Consumer<List<Entry>> hearer) throws RemoteException, InterruptedException {
                return TrainingJobChanges.read(connection.queue(queue.url(), null), hearer);
            }
        };
    }
}
