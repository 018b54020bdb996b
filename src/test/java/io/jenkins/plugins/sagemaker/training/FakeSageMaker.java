package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.AwsAnswer;
import io.jenkins.plugins.sagemaker.aws.FakeLogs;
import io.jenkins.plugins.sagemaker.aws.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ListTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListTagsResponse;
import software.amazon.awssdk.services.sagemaker.model.MetricData;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatusTransition;
import software.amazon.awssdk.services.sagemaker.model.StopTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.StopTrainingJobResponse;

/**
 * One training job that goes through its statuses in two minutes of virtual time and logs a line a second on each of its two instances, some of
 * which CloudWatch shows only after the job's end.
 */
final class FakeSageMaker implements SageMakerClient {

    private static final String ARN = "arn:aws:sagemaker:eu-central-1:123456789012:training-job/";

    /** Every job that was ever created. */
    final List<CreateTrainingJobRequest> created = new ArrayList<>();

    /** All lines that the job logs. */
    final List<String> lines = new ArrayList<>();

    int stops;

    /** How long after its creation the job is not shown. */
    Duration hidden = Duration.ZERO;

    String failure;
    boolean deleted;

    private final Gate gate;
    private final Supplier<Instant> clock;
    private final FakeLogs logs;
    private Instant start;
    private Instant stopped;
    private String stopStatus = "Stopped";

    FakeSageMaker(Gate gate, Supplier<Instant> clock, FakeLogs logs) {
        this.gate = gate;
        this.clock = clock;
        this.logs = logs;
    }

    @Override
    public String serviceName() {
        return "sagemaker";
    }

    @Override
    public void close() {
        // nothing is open
    }

    /** Somebody else stops the job, or AWS does. */
    void stopFromOutside(String secondaryStatus) {
        stopped = clock.get();
        stopStatus = secondaryStatus;
    }

    @Override
    public CreateTrainingJobResponse createTrainingJob(CreateTrainingJobRequest request) {
        return gate.pass("CreateTrainingJob", () -> {
            if (!created.isEmpty()) {
                throw AwsAnswer.error(
                        400, "ResourceInUse", "Training job names must be unique within an AWS account and region");
            }
            created.add(request);
            start = clock.get();
            log(request.trainingJobName());
            return CreateTrainingJobResponse.builder().trainingJobArn(ARN).build();
        });
    }

    private void log(String job) {
        for (int second = 40; second < 100; second++) {
            Instant time = start.plusSeconds(second);
            for (int instance = 1; instance <= 2; instance++) {
                String line = "epoch " + (second - 40) + " on " + instance;
                logs.add(job + "/algo-" + instance + "-1767225600", time, line, time.plusSeconds(5));
                lines.add("[algo-" + instance + "] " + line);
            }
        }
        Instant late = start.plusSeconds(109);
        logs.add(job + "/algo-2-1767225600", late, "the last words", late.plusSeconds(9));
        lines.add("[algo-2] the last words");
    }

    @Override
    public DescribeTrainingJobResponse describeTrainingJob(DescribeTrainingJobRequest request) {
        return gate.pass("DescribeTrainingJob", () -> {
            if (created.isEmpty() || deleted || clock.get().isBefore(start.plus(hidden))) {
                throw AwsAnswer.error(400, "ValidationException", "Requested resource not found.");
            }
            return describe();
        });
    }

    private DescribeTrainingJobResponse describe() {
        List<SecondaryStatusTransition> transitions = new ArrayList<>();
        Instant until = stopped == null ? clock.get() : stopped;
        long seconds = Duration.between(start, until).toSeconds();
        add(
                transitions,
                seconds,
                0,
                "Starting",
                seconds < 10 ? "Starting the training job" : "Preparing the instances");
        add(transitions, seconds, 20, "Downloading", "Downloading input data");
        add(transitions, seconds, 40, "Training", "Training in progress.");
        add(transitions, seconds, 100, "Uploading", "Uploading generated training model");
        String status = "InProgress";
        if (stopped != null) {
            status = clock.get().isBefore(stopped.plusSeconds(20)) ? "Stopping" : "Stopped";
            add(transitions, 0, 0, "Stopping", "Stopping the training job");
            if (status.equals("Stopped")) {
                add(transitions, 0, 0, stopStatus, "Training job stopped");
            }
        } else if (seconds >= 110) {
            status = failure == null ? "Completed" : "Failed";
            add(transitions, 0, 0, status, null);
        }
        return DescribeTrainingJobResponse.builder()
                .trainingJobName(created.get(0).trainingJobName())
                .trainingJobArn(ARN + created.get(0).trainingJobName())
                .trainingJobStatus(status)
                .secondaryStatus(transitions.get(transitions.size() - 1).statusAsString())
                .secondaryStatusTransitions(transitions)
                .failureReason(failure)
                .resourceConfig(r -> r.instanceType("ml.m5.large").instanceCount(2))
                .trainingTimeInSeconds(80)
                .billableTimeInSeconds(70)
                .modelArtifacts(a -> a.s3ModelArtifacts("s3://digits/model.tar.gz"))
                .finalMetricDataList(
                        MetricData.builder().metricName("accuracy").value(0.97f).build())
                .build();
    }

    private static void add(
            List<SecondaryStatusTransition> all, long seconds, long from, String status, String message) {
        if (seconds >= from) {
            all.add(SecondaryStatusTransition.builder()
                    .status(status)
                    .statusMessage(message)
                    .build());
        }
    }

    @Override
    public ListTagsResponse listTags(ListTagsRequest request) {
        return gate.pass(
                "ListTags",
                () -> ListTagsResponse.builder().tags(created.get(0).tags()).build());
    }

    @Override
    public StopTrainingJobResponse stopTrainingJob(StopTrainingJobRequest request) {
        return gate.pass("StopTrainingJob", () -> {
            String status = describe().trainingJobStatusAsString();
            if (!status.equals("InProgress") && !status.equals("Stopping")) {
                throw AwsAnswer.error(
                        400,
                        "ValidationException",
                        "The request was rejected: the training job is in status " + status);
            }
            stops++;
            stopped = stopped == null ? clock.get() : stopped;
            return StopTrainingJobResponse.builder().build();
        });
    }
}
