package io.jenkins.plugins.sagemaker.tuning;

import io.jenkins.plugins.sagemaker.aws.AwsAnswer;
import io.jenkins.plugins.sagemaker.aws.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.CreateHyperParameterTuningJobRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateHyperParameterTuningJobResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeHyperParameterTuningJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeHyperParameterTuningJobResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.HyperParameterTrainingJobSummary;
import software.amazon.awssdk.services.sagemaker.model.ListTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListTagsResponse;
import software.amazon.awssdk.services.sagemaker.model.ListTrainingJobsForHyperParameterTuningJobRequest;
import software.amazon.awssdk.services.sagemaker.model.ListTrainingJobsForHyperParameterTuningJobResponse;
import software.amazon.awssdk.services.sagemaker.model.MetricData;
import software.amazon.awssdk.services.sagemaker.model.StopHyperParameterTuningJobRequest;
import software.amazon.awssdk.services.sagemaker.model.StopHyperParameterTuningJobResponse;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

/** One tuning job with a training job every minute of virtual time; the third one is the best. */
final class FakeTuning implements SageMakerClient {

    private static final String ARN = "arn:aws:sagemaker:eu-central-1:123456789012:hyper-parameter-tuning-job/";
    private static final float[] OBJECTIVES = {0.8f, 0.9f, 0.97f, 0.85f};
    private static final Duration TRAINING = Duration.ofSeconds(60);

    /** Every tuning job that was ever created. */
    final List<CreateHyperParameterTuningJobRequest> created = new ArrayList<>();

    int stops;

    /** How long after its creation the job is not shown. */
    Duration hidden = Duration.ZERO;

    /** Why the training jobs from this one on fail. */
    String failure;

    int firstFailure;
    boolean silent;
    boolean deleted;
    Integer maxRuntime;

    private final Gate gate;
    private final Supplier<Instant> clock;
    private Instant start;
    private Instant stopped;

    FakeTuning(Gate gate, Supplier<Instant> clock) {
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public String serviceName() {
        return "sagemaker";
    }

    @Override
    public void close() {
        // nothing is open
    }

    void stopFromOutside() {
        stopped = clock.get();
    }

    @Override
    public CreateHyperParameterTuningJobResponse createHyperParameterTuningJob(
            CreateHyperParameterTuningJobRequest request) {
        return gate.pass("CreateHyperParameterTuningJob", () -> {
            if (!created.isEmpty()) {
                throw AwsAnswer.error(400, "ResourceInUse", "Tuning job names must be unique.");
            }
            created.add(request);
            start = clock.get();
            return CreateHyperParameterTuningJobResponse.builder()
                    .hyperParameterTuningJobArn(ARN)
                    .build();
        });
    }

    @Override
    public DescribeHyperParameterTuningJobResponse describeHyperParameterTuningJob(
            DescribeHyperParameterTuningJobRequest request) {
        return gate.pass("DescribeHyperParameterTuningJob", () -> {
            if (created.isEmpty() || deleted || clock.get().isBefore(start.plus(hidden))) {
                throw AwsAnswer.error(400, "ResourceNotFound", "can't find a tuning job of this name");
            }
            return describe();
        });
    }

    private DescribeHyperParameterTuningJobResponse describe() {
        List<HyperParameterTrainingJobSummary> ended = ended();
        int running = status().equals("InProgress") ? 1 : 0;
        return DescribeHyperParameterTuningJobResponse.builder()
                .hyperParameterTuningJobName(created.get(0).hyperParameterTuningJobName())
                .hyperParameterTuningJobArn(ARN + "digits")
                .hyperParameterTuningJobStatus(status())
                .hyperParameterTuningJobConfig(c -> c.strategy("Bayesian")
                        .hyperParameterTuningJobObjective(
                                o -> o.metricName("accuracy").type("Maximize"))
                        .resourceLimits(l ->
                                l.maxNumberOfTrainingJobs(OBJECTIVES.length).maxRuntimeInSeconds(maxRuntime)))
                .trainingJobStatusCounters(c -> c.completed(count(ended, TrainingJobStatus.COMPLETED))
                        .nonRetryableError(count(ended, TrainingJobStatus.FAILED))
                        .stopped(0)
                        .inProgress(running))
                .bestTrainingJob(best(ended))
                .failureReason(status().equals("Failed") ? "No training job succeeded." : null)
                .consumedResources(c -> c.runtimeInSeconds((int) seconds()))
                .build();
    }

    private static int count(List<HyperParameterTrainingJobSummary> jobs, TrainingJobStatus status) {
        return (int)
                jobs.stream().filter(job -> job.trainingJobStatus() == status).count();
    }

    private static HyperParameterTrainingJobSummary best(List<HyperParameterTrainingJobSummary> jobs) {
        return jobs.stream().filter(FakeTuning::isJudged).max(byObjective()).orElse(null);
    }

    private static boolean isJudged(HyperParameterTrainingJobSummary job) {
        return job.finalHyperParameterTuningJobObjectiveMetric() != null;
    }

    private static Comparator<HyperParameterTrainingJobSummary> byObjective() {
        return Comparator.comparing(
                job -> job.finalHyperParameterTuningJobObjectiveMetric().value());
    }

    private long seconds() {
        return Duration.between(start, stopped == null ? clock.get() : stopped).toSeconds();
    }

    private String status() {
        if (stopped != null) {
            return clock.get().isBefore(stopped.plusSeconds(20)) ? "Stopping" : "Stopped";
        }
        if (ended().size() < OBJECTIVES.length) {
            return "InProgress";
        }
        return failure != null && firstFailure == 0 ? "Failed" : "Completed";
    }

    private List<HyperParameterTrainingJobSummary> ended() {
        int count = (int) Math.min(OBJECTIVES.length, seconds() / TRAINING.toSeconds());
        return IntStream.range(0, count).mapToObj(this::job).toList();
    }

    private HyperParameterTrainingJobSummary job(int number) {
        boolean fails = failure != null && number >= firstFailure;
        Instant begin = start.plus(TRAINING.multipliedBy(number));
        var job = HyperParameterTrainingJobSummary.builder()
                .trainingJobName("digits-00" + (number + 1))
                .trainingJobStatus(fails ? "Failed" : "Completed")
                .failureReason(fails ? failure : null)
                .tunedHyperParameters(Map.of("rate", "0." + (number + 1)))
                .trainingStartTime(begin)
                .trainingEndTime(begin.plus(TRAINING));
        return fails || silent
                ? job.build()
                : job.finalHyperParameterTuningJobObjectiveMetric(
                                m -> m.metricName("accuracy").value(OBJECTIVES[number]))
                        .build();
    }

    @Override
    public ListTrainingJobsForHyperParameterTuningJobResponse listTrainingJobsForHyperParameterTuningJob(
            ListTrainingJobsForHyperParameterTuningJobRequest request) {
        return gate.pass("ListTrainingJobsForHyperParameterTuningJob", () -> {
            List<HyperParameterTrainingJobSummary> jobs = request.statusEquals() == TrainingJobStatus.FAILED
                    ? ended().stream()
                            .filter(job -> job.trainingJobStatus() == TrainingJobStatus.FAILED)
                            .toList()
                    : ended().stream()
                            .filter(FakeTuning::isJudged)
                            .sorted(byObjective().reversed())
                            .toList();
            return ListTrainingJobsForHyperParameterTuningJobResponse.builder()
                    .trainingJobSummaries(jobs)
                    .build();
        });
    }

    @Override
    public DescribeTrainingJobResponse describeTrainingJob(DescribeTrainingJobRequest request) {
        return gate.pass(
                "DescribeTrainingJob",
                () -> DescribeTrainingJobResponse.builder()
                        .trainingJobName(request.trainingJobName())
                        .trainingJobStatus("Completed")
                        .hyperParameters(Map.of("rate", "0.3", "epochs", "10", "_tuning_objective_metric", "accuracy"))
                        .resourceConfig(r -> r.instanceType("ml.m5.large").instanceCount(1))
                        .modelArtifacts(a ->
                                a.s3ModelArtifacts("s3://digits/" + request.trainingJobName() + "/output/model.tar.gz"))
                        .finalMetricDataList(
                                MetricData.builder()
                                        .metricName("accuracy")
                                        .value(0.97f)
                                        .build(),
                                MetricData.builder()
                                        .metricName("loss")
                                        .value(0.1f)
                                        .build())
                        .build());
    }

    @Override
    public ListTagsResponse listTags(ListTagsRequest request) {
        return gate.pass(
                "ListTags",
                () -> ListTagsResponse.builder().tags(created.get(0).tags()).build());
    }

    @Override
    public StopHyperParameterTuningJobResponse stopHyperParameterTuningJob(StopHyperParameterTuningJobRequest request) {
        return gate.pass("StopHyperParameterTuningJob", () -> {
            if (!status().equals("InProgress") && !status().equals("Stopping")) {
                throw AwsAnswer.error(400, "ValidationException", "The tuning job is in status " + status());
            }
            stops++;
            stopped = stopped == null ? clock.get() : stopped;
            return StopHyperParameterTuningJobResponse.builder().build();
        });
    }
}
