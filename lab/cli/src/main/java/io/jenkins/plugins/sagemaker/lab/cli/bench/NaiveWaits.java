package io.jenkins.plugins.sagemaker.lab.cli.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

/** The same jobs watched as other tools do it: each by itself, by one look every 30 seconds, with the SDK's own retries. */
final class NaiveWaits {

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int THREADS = 16;

    private final CloudProcess cloud;
    private final double speed;
    private final WaitingJobs jobs;
    private final AtomicLongArray ends;
    private final AtomicIntegerArray over;
    private final AtomicLong failures = new AtomicLong();
    private final Instant origin;
    private final long originNanos = System.nanoTime();

    NaiveWaits(CloudProcess cloud, double speed, int count) throws Exception {
        this.cloud = cloud;
        this.speed = speed;
        this.origin = cloud.now();
        this.ends = new AtomicLongArray(count);
        this.over = new AtomicIntegerArray(count);
        this.jobs = new WaitingJobs(count, origin);
    }

    private Instant now() {
        return origin.plusNanos((long) ((System.nanoTime() - originNanos) * speed));
    }

    /** @param window how long to measure, in AWS's time */
    Map<String, Object> measure(Duration window, boolean limits) throws Exception {
        for (int i = 0; i < jobs.count(); i++) {
            long end = 60 + (1 + i * 7919L % jobs.count()) * WaitingJobs.BETWEEN_ENDS.toSeconds() - 110;
            cloud.create(request(
                    jobs.name(i),
                    Math.max(1, end - Duration.between(origin, now()).toSeconds())));
        }
        if (limits) {
            cloud.limit();
        }
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(THREADS);
        try (SageMakerClient client = client()) {
            long gap = (long) (EVERY.toNanos() / speed);
            for (int i = 0; i < jobs.count(); i++) {
                int number = i;
                pool.scheduleAtFixedRate(() -> look(client, number), gap * i / jobs.count(), gap, TimeUnit.NANOSECONDS);
            }
            TimeUnit.NANOSECONDS.sleep(gap); // the first looks are no measure
            return window(window);
        } finally {
            pool.shutdownNow();
        }
    }

    private Map<String, Object> window(Duration window) throws Exception {
        cloud.requests();
        Instant begin = now();
        Duration cpu = Figures.cpu();
        TimeUnit.NANOSECONDS.sleep((long) (window.toNanos() / speed));
        Duration time = Duration.between(begin, now());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("waiting", jobs.count());
        figures.put("windowSeconds", time.toSeconds());
        figures.put("requestsPerSecond", Figures.perSecond(cloud.requests(), time));
        figures.put("delaySeconds", delays(begin, begin.plus(time).minusSeconds(60)));
        figures.put("failedLooks", failures.get());
        figures.put(
                "cpuSecondsPerHourOfAws",
                Figures.rounded(Figures.cpu().minus(cpu).toNanos() / 1e9 * 3600 / time.toSeconds()));
        return figures;
    }

    private Map<String, Object> delays(Instant from, Instant to) throws Exception {
        List<Long> delays = new ArrayList<>();
        int unseen = 0;
        Map<String, Long> ended = cloud.ends();
        for (int i = 0; i < jobs.count(); i++) {
            Long end = ended.get(jobs.name(i));
            if (end != null && end >= from.toEpochMilli() && end <= to.toEpochMilli()) {
                if (ends.get(i) == 0) {
                    unseen++;
                } else {
                    delays.add(ends.get(i) - end);
                }
            }
        }
        Map<String, Object> figures = Figures.delays(delays);
        figures.put("unseen", unseen);
        return figures;
    }

    private void look(SageMakerClient client, int number) {
        if (over.get(number) != 0) {
            return;
        }
        try {
            var job = client.describeTrainingJob(r -> r.trainingJobName(jobs.name(number)));
            if (job.trainingJobStatus() == TrainingJobStatus.COMPLETED) {
                ends.set(number, now().toEpochMilli());
                over.set(number, 1);
            }
        } catch (SdkException e) {
            failures.incrementAndGet(); // the next look comes in 30 seconds
        }
    }

    private SageMakerClient client() {
        return SageMakerClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.of(WaitsCloud.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("lab", "lab")))
                .httpClientBuilder(ApacheHttpClient.builder().maxConnections(THREADS))
                .build();
    }

    private static Map<String, Object> request(String name, long seconds) {
        return Map.of(
                "TrainingJobName",
                name,
                "RoleArn",
                "arn:aws:iam::" + WaitsCloud.ACCOUNT + ":role/naive",
                "AlgorithmSpecification",
                Map.of("TrainingImage", "digits/idle:1", "TrainingInputMode", "File"),
                "HyperParameters",
                Map.of("seconds", String.valueOf(seconds)),
                "OutputDataConfig",
                Map.of("S3OutputPath", "s3://" + WaitsCloud.BUCKET + "/models"),
                "ResourceConfig",
                Map.of("InstanceType", "ml.m5.large", "InstanceCount", 1, "VolumeSizeInGB", 10),
                "StoppingCondition",
                Map.of("MaxRuntimeInSeconds", 86_400));
    }
}
