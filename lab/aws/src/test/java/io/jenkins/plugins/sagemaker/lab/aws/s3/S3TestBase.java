package io.jenkins.plugins.sagemaker.lab.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.lab.aws.Clients;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.lab.aws.ManualTimeline;
import io.jenkins.plugins.sagemaker.lab.aws.RawClient;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A local AWS on the first day of 2026 with a bucket named {@code bucket} in eu-central-1. */
abstract class S3TestBase {

    final ManualTimeline timeline = new ManualTimeline(Instant.parse("2026-01-01T00:00:00Z"));
    final LocalAws aws = LocalAws.builder().timeline(timeline).start();
    final Clients clients = Clients.of(aws);
    final RawClient raw = new RawClient(aws);
    final S3Client s3 = clients.s3();

    @BeforeEach
    void createBucket() {
        aws.objects().createBucket("123456789012", "eu-central-1", "bucket");
    }

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    void put(String key, String content) {
        s3.putObject(r -> r.bucket("bucket").key(key), RequestBody.fromString(content));
    }

    static Consumer<Throwable> error(int status, String code) {
        return thrown -> assertThat(thrown).isInstanceOfSatisfying(AwsServiceException.class, e -> {
            assertThat(e.statusCode()).isEqualTo(status);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.requestId()).isNotEmpty();
        });
    }
}
