package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.AwsAnswer;
import io.jenkins.plugins.sagemaker.aws.FakeLogs;
import io.jenkins.plugins.sagemaker.aws.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * Training jobs that go through their statuses in two minutes of virtual time and log a line a second on each of their two instances, some of
 * which CloudWatch shows only after the job's end.
 */
final class FakeSageMaker implements SageMakerClient {

    private static final String ARN = "arn:aws:sagemaker:eu-central-1:123456789012:training-job/";

    /** Every job that was ever created. */
    final List<CreateTrainingJobRequest> created = new ArrayList<>();

    /** Types for which the account has no quota before some time. */
    final Map<String, Instant> noQuota = new HashMap<>();

    /** Types of which AWS has no machines. */
    final Set<String> noCapacity = new HashSet<>();

    /** How many jobs may run at once on machines of one type. */
    int quota = Integer.MAX_VALUE;

    /** All lines that the jobs log. */
    final List<String> lines = new ArrayList<>();

    int stops;

    /** Whether jobs use spot capacity, for which they wait half a minute. */
    boolean spot;

    /** How long after its creation a job is not shown. */
    Duration hidden = Duration.ZERO;

    String failure;
    boolean deleted;
    boolean withoutModel;

    private static final class Job {
        private final CreateTrainingJobRequest request;
        private final Instant start;
        private Instant stopped;
        private String stopStatus = "Stopped";

        Job(CreateTrainingJobRequest request, Instant start) {
            this.request = request;
            this.start = start;
        }
    }

    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Gate gate;
    private final Supplier<Instant> clock;
    private final FakeLogs logs;

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

    /** Somebody else stops the jobs, or AWS does. */
    void stopFromOutside(String secondaryStatus) {
        for (Job job : jobs.values()) {
            job.stopped = clock.get();
            job.stopStatus = secondaryStatus;
        }
    }

    /** Names of the jobs that have not ended. */
    List<String> running() {
        return jobs.values().stream()
                .filter(job ->
                        Set.of("InProgress", "Stopping").contains(describe(job).trainingJobStatusAsString()))
                .map(job -> job.request.trainingJobName())
                .toList();
    }

    @Override
    public CreateTrainingJobResponse createTrainingJob(CreateTrainingJobRequest request) {
        return gate.pass("CreateTrainingJob", () -> {
            String type = type(request);
            if (clock.get().isBefore(noQuota.getOrDefault(type, Instant.MIN)) || running(type) >= quota) {
                throw AwsAnswer.error(
                        400, "ResourceLimitExceeded", "The account-level service limit '" + type + "' is 0 Instances");
            }
            if (jobs.containsKey(request.trainingJobName())) {
                throw AwsAnswer.error(
                        400, "ResourceInUse", "Training job names must be unique within an AWS account and region");
            }
            created.add(request);
            jobs.put(request.trainingJobName(), new Job(request, clock.get()));
            if (!noCapacity.contains(type)) {
                log(request.trainingJobName(), clock.get());
            }
            return CreateTrainingJobResponse.builder().trainingJobArn(ARN).build();
        });
    }

    private long running(String type) {
        return running().stream()
                .filter(name -> type(jobs.get(name).request).equals(type))
                .count();
    }

    private static String type(CreateTrainingJobRequest request) {
        return request.resourceConfig() == null || request.resourceConfig().instanceType() == null
                ? "ml.m5.large"
                : request.resourceConfig().instanceTypeAsString();
    }

    private void log(String job, Instant start) {
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
            Job job = jobs.get(request.trainingJobName());
            if (job == null || deleted || clock.get().isBefore(job.start.plus(hidden))) {
                throw AwsAnswer.error(400, "ValidationException", "Requested resource not found.");
            }
            return describe(job);
        });
    }

    private DescribeTrainingJobResponse describe(Job job) {
        List<SecondaryStatusTransition> transitions = new ArrayList<>();
        boolean machines = !noCapacity.contains(type(job.request));
        Instant until = job.stopped == null ? clock.get() : job.stopped;
        long seconds = Duration.between(job.start, until).toSeconds();
        add(
                transitions,
                seconds,
                0,
                "Starting",
                seconds < 10 ? "Starting the training job" : "Preparing the instances");
        if (machines) {
            add(transitions, seconds, 20, "Downloading", "Downloading input data");
            add(transitions, seconds, 40, "Training", "Training in progress.");
            add(transitions, seconds, 100, "Uploading", "Uploading generated training model");
        }
        String status = "InProgress";
        String reason = null;
        if (job.stopped != null) {
            status = clock.get().isBefore(job.stopped.plusSeconds(20)) ? "Stopping" : "Stopped";
            add(transitions, 0, 0, "Stopping", "Stopping the training job");
            if (status.equals("Stopped")) {
                add(transitions, 0, 0, job.stopStatus, "Training job stopped");
            }
        } else if (!machines && seconds >= 30 && spot) {
            status = "Stopped";
            add(transitions, 0, 0, "MaxWaitTimeExceeded", "No spot capacity");
        } else if (!machines && seconds >= 30) {
            status = "Failed";
            reason = "CapacityError: Unable to provision requested ML compute capacity.";
            add(transitions, 0, 0, "Failed", null);
        } else if (machines && seconds >= 110) {
            status = failure == null ? "Completed" : "Failed";
            reason = failure;
            add(transitions, 0, 0, status, null);
        }
        return answer(job, status, transitions, machines && seconds >= 20)
                .failureReason(reason)
                .build();
    }

    private DescribeTrainingJobResponse.Builder answer(
            Job job, String status, List<SecondaryStatusTransition> transitions, boolean started) {
        var answer = DescribeTrainingJobResponse.builder()
                .trainingJobName(job.request.trainingJobName())
                .trainingJobArn(ARN + job.request.trainingJobName())
                .trainingJobStatus(status)
                .secondaryStatus(transitions.get(transitions.size() - 1).statusAsString())
                .secondaryStatusTransitions(transitions)
                .resourceConfig(r -> r.instanceType(type(job.request)).instanceCount(2))
                .enableManagedSpotTraining(spot)
                .trainingStartTime(started ? job.start.plusSeconds(20) : null)
                .trainingTimeInSeconds(80)
                .billableTimeInSeconds(70)
                .finalMetricDataList(
                        MetricData.builder().metricName("accuracy").value(0.97f).build());
        return withoutModel ? answer : answer.modelArtifacts(a -> a.s3ModelArtifacts("s3://digits/model.tar.gz"));
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
                () -> ListTagsResponse.builder()
                        .tags(jobs.get(request.resourceArn().substring(ARN.length()))
                                .request
                                .tags())
                        .build());
    }

    @Override
    public StopTrainingJobResponse stopTrainingJob(StopTrainingJobRequest request) {
        return gate.pass("StopTrainingJob", () -> {
            Job job = jobs.get(request.trainingJobName());
            String status = describe(job).trainingJobStatusAsString();
            if (!status.equals("InProgress") && !status.equals("Stopping")) {
                throw AwsAnswer.error(
                        400,
                        "ValidationException",
                        "The request was rejected: the training job is in status " + status);
            }
            stops++;
            job.stopped = job.stopped == null ? clock.get() : job.stopped;
            return StopTrainingJobResponse.builder().build();
        });
    }
}
