package io.jenkins.plugins.sagemaker.lab.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;

/** Faults as clients meet them. */
class FaultInjectionTest {

    private final ManualTimeline timeline = new ManualTimeline(Instant.parse("2026-01-01T00:00:00Z"));

    @AutoClose
    private final LocalAws aws = LocalAws.builder().timeline(timeline).start();

    @AutoClose
    private final Clients clients = Clients.of(aws);

    private static Consumer<Throwable> error(int status, String code) {
        return thrown -> assertThat(thrown).isInstanceOfSatisfying(AwsServiceException.class, e -> {
            assertThat(e.statusCode()).isEqualTo(status);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.requestId()).isNotEmpty();
        });
    }

    private void createGroup() {
        clients.logs().createLogGroup(r -> r.logGroupName("group"));
    }

    private int groups() {
        return clients.logs().describeLogGroups().logGroups().size();
    }

    @Test
    void throttlingHasTheCodeOfEachProtocol() {
        aws.faults(Faults.parse("throttle=1"));

        assertThatThrownBy(this::createGroup).satisfies(error(400, "ThrottlingException"));
        assertThatThrownBy(() -> clients.sts().getCallerIdentity()).satisfies(error(400, "Throttling"));
        assertThatThrownBy(() -> clients.s3().listBuckets()).satisfies(error(503, "SlowDown"));
    }

    @Test
    void internalErrorsHaveTheCodeOfEachProtocol() {
        aws.faults(Faults.parse("error500=1"));

        assertThatThrownBy(this::createGroup).satisfies(error(500, "InternalFailure"));
        assertThatThrownBy(() -> clients.sts().getCallerIdentity()).satisfies(error(500, "InternalFailure"));
        assertThatThrownBy(() -> clients.s3().listBuckets()).satisfies(error(500, "InternalError"));
    }

    @Test
    void expiredCredentialsHaveTheCodeOfEachProtocol() {
        aws.faults(Faults.parse("expired=1"));

        assertThatThrownBy(this::createGroup).satisfies(error(400, "ExpiredTokenException"));
        assertThatThrownBy(() -> clients.sts().getCallerIdentity()).satisfies(error(403, "ExpiredToken"));
        assertThatThrownBy(() -> clients.s3().listBuckets()).satisfies(error(400, "ExpiredToken"));
    }

    @Test
    void aRequestDroppedBeforeItsEffectHasNone() {
        aws.faults(Faults.on("logs", "CreateLogGroup").dropBeforeEffect());

        assertThatThrownBy(this::createGroup).isInstanceOf(SdkClientException.class);

        assertThat(groups()).isZero();
        assertThat(aws.requests().get(0))
                .satisfies(r -> assertThat(r.dropped()).isTrue())
                .satisfies(r -> assertThat(r.fault()).isEqualTo("dropBefore"));
    }

    @Test
    void aRequestDroppedAfterItsEffectHasHappened() {
        aws.faults(Faults.on("logs", "CreateLogGroup").dropAfterEffect());

        assertThatThrownBy(this::createGroup).isInstanceOf(SdkClientException.class);

        assertThat(groups()).isOne();
        assertThat(aws.requests().get(0).fault()).isEqualTo("dropAfter");
    }

    @Test
    void anSdkThatRepeatsGetsThrough() {
        aws.faults(Faults.parse("throttle=0.2,error500=0.02,dropBefore=0.02,dropAfter=0.02,seed=1"));
        aws.objects().createBucket("123456789012", "eu-central-1", "bucket");
        var s3 = clients.patient().s3();

        for (int i = 0; i < 20; i++) {
            String key = "key-" + i;
            s3.putObject(r -> r.bucket("bucket").key(key), RequestBody.fromString("content of " + key));
        }

        assertThat(aws.objects().list("bucket", "")).hasSize(20);
        assertThat(aws.requests())
                .hasSizeGreaterThan(20)
                .extracting(RecordedRequest::fault)
                .contains("", "throttle");
    }

    @Test
    void accessComesWithTime() {
        aws.faults(Faults.parse("accessDeniedFirst=5m,services=logs"));
        assertThatThrownBy(this::createGroup).satisfies(error(400, "AccessDeniedException"));
        clients.sts().getCallerIdentity();

        timeline.advance(Duration.ofMinutes(5));

        createGroup();
        assertThat(groups()).isOne();
    }

    @Test
    void answersCanBeLate() {
        aws.faults(Faults.on("logs", "DescribeLogGroups").latency(Duration.ofMillis(300)));
        Instant start = Instant.now();

        assertThat(groups()).isZero();

        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void anyErrorCanBePlaced() {
        aws.faults(Faults.on("logs", "CreateLogGroup")
                .error(new AwsError(400, "LimitExceededException", "Too many groups.")));

        assertThatThrownBy(this::createGroup).satisfies(error(400, "LimitExceededException"));
        createGroup();
        assertThat(groups()).isOne();
    }
}
