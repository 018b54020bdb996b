package io.jenkins.plugins.sagemaker.lab.aws.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.lab.aws.Clients;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.lab.aws.ManualTimeline;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** A local AWS on the first day of 2026 and a client of its CloudWatch Logs. */
abstract class LogsTestBase {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final ManualTimeline timeline = new ManualTimeline(START);
    final LocalAws aws = LocalAws.builder().timeline(timeline).start();
    final Clients clients = Clients.of(aws);
    final CloudWatchLogsClient logs = clients.logs();

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    /** Adds a line to a stream of the group {@code group}, so many seconds after the start. */
    void line(String stream, int second, String message) {
        aws.logs().append("123456789012", "eu-central-1", "group", stream, START.plusSeconds(second), message);
    }

    static Consumer<Throwable> error(String code) {
        return thrown -> assertThat(thrown).isInstanceOfSatisfying(AwsServiceException.class, e -> {
            assertThat(e.statusCode()).isEqualTo(400);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
        });
    }
}
