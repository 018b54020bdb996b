package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.FakeLogs;
import io.jenkins.plugins.sagemaker.aws.Gate;
import io.jenkins.plugins.sagemaker.aws.Hyperlink;
import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.deployment.FakeAws;
import io.jenkins.plugins.sagemaker.operation.End;
import io.jenkins.plugins.sagemaker.operation.VirtualBuild;
import io.jenkins.plugins.sagemaker.training.TrainingPolicy.IfJobExists;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/** A build that trains. */
final class TrainingBuild extends VirtualBuild<Aws, TrainingState, TrainingResult> {

    static final String JOB = "digits-1";
    static final List<String> STATUSES = List.of(
            "digits-1: Starting - Starting the training job",
            "digits-1: Starting - Preparing the instances",
            "digits-1: Downloading - Downloading input data",
            "digits-1: Training - Training in progress.",
            "digits-1: Uploading - Uploading generated training model",
            "digits-1: Completed");
    static final TrainingPolicy STOPPED_IS_SUCCESS =
            new TrainingPolicy(List.of(), 0, IfJobExists.FAIL, false, true, true, 0, 0);

    final Gate gate = new Gate();
    final FakeLogs logs = new FakeLogs(gate, scheduler::now);
    final FakeSageMaker sageMaker = new FakeSageMaker(gate, scheduler::now, logs);
    Workspace workspace;

    private final FakeAws aws = new FakeAws() {
        @Override
        public SageMakerClient sageMaker() {
            return sageMaker;
        }

        @Override
        public CloudWatchLogsClient logs() {
            return logs;
        }

        @Override
        public Workspace workspace() {
            return workspace;
        }

        @Override
        public Clock clock() {
            return scheduler.clock();
        }
    };

    TrainingBuild(TrainingRequest request) {
        this(request, TrainingPolicy.DEFAULT);
    }

    TrainingBuild(TrainingRequest request, TrainingPolicy policy) {
        super(new TrainingOperation(request, policy));
    }

    @Override
    protected Aws connect() {
        return aws;
    }

    @Override
    public void print(List<String> lines) {
        super.print(lines.stream().map(Hyperlink::plain).toList());
    }

    void assertDoneOnce() {
        assertThat(ends).first().isInstanceOf(End.Succeeded.class);
        assertThat(sageMaker.created).hasSize(1);
        assertEachLineOnce();
        assertThat(log)
                .containsOnlyOnce(STATUSES.subList(3, 6).toArray(String[]::new))
                .doesNotHaveDuplicates();
    }

    void assertEachLineOnce() {
        assertThat(log)
                .filteredOn(line -> line.startsWith("[algo-"))
                .containsExactlyInAnyOrderElementsOf(sageMaker.lines);
    }

    static TrainingRequest request(Logs logs) {
        return request(logs, true);
    }

    static TrainingRequest request(Logs logs, boolean thresholdsFail, String... thresholds) {
        return new TrainingRequest(
                JOB,
                Definitions.least(),
                List.of(thresholds).stream().map(MetricThreshold::parse).toList(),
                thresholdsFail,
                Map.of("jenkins:build", "1"),
                logs);
    }
}
