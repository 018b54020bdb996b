package io.jenkins.plugins.sagemaker.lab.cli.bench;

import com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.EnvVars;
import hudson.ExtensionList;
import hudson.security.ACL;
import io.jenkins.plugins.sagemaker.jenkins.config.SageMakerConfiguration;
import io.jenkins.plugins.sagemaker.jenkins.config.StateChangeQueue;
import io.jenkins.plugins.sagemaker.jenkins.step.OperationPool;
import io.jenkins.plugins.sagemaker.jenkins.step.SageMakerTrainStep;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.LabAuthentication;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/**
 * Very many {@code sagemakerTrain} steps that wait at the same time: the plugin's own steps, executions, journals, threads and clients, on a
 * stand-in controller. Only the Pipeline program around each of them is missing.
 */
final class PluginWaits implements AutoCloseable {

    private static final String TIME_SCALE = "io.jenkins.plugins.sagemaker.timeScale";

    /** Enough that they are watched by lists. */
    private static final int WARM_UP = 64;

    /** Until what is kept of those for a while is gone. */
    private static final Duration FORGETTING = Duration.ofMinutes(10);

    private final ThreadCount threads = new ThreadCount();
    private final CloudProcess cloud;
    private final double speed;
    private final String logs;
    private final Session session;
    private final WorkflowRun build;
    private final EnvVars environment = new EnvVars();
    private final OperationPool pool;
    private final Duration offset;
    private final AtomicInteger open = new AtomicInteger();
    private AtomicLongArray ends = new AtomicLongArray(WARM_UP);
    private volatile Throwable failure;

    PluginWaits(CloudProcess cloud, double speed, String logs, Path home) throws Exception {
        this.cloud = cloud;
        this.speed = speed;
        this.logs = logs;
        System.setProperty(TIME_SCALE, Double.toString(speed));
        LabAuthentication.become(ACL.SYSTEM2);
        session = Session.start(home.toFile());
        SageMakerConfiguration.get().setRegion(WaitsCloud.REGION);
        environment.put("AWS_ENDPOINT_URL", cloud.endpoint().toString());
        environment.put("AWS_ACCESS_KEY_ID", "lab");
        environment.put("AWS_SECRET_ACCESS_KEY", "lab");
        WorkflowJob job = session.jenkins().createProject(WorkflowJob.class, "waits");
        job.setDefinition(new CpsFlowDefinition("input 'Until the measurement is over'", true));
        var queued = job.scheduleBuild2(0);
        if (queued == null) {
            throw new IllegalStateException("The build could not be queued.");
        }
        build = queued.waitForStart();
        pool = ExtensionList.lookupSingleton(OperationPool.class);
        offset = offset();
    }

    /** From now on the plugin hears of changes through a queue. */
    void hear() throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new AWSCredentialsImpl(CredentialsScope.SYSTEM, "queue", "lab", "lab", ""));
        var queue = new StateChangeQueue(cloud.queue());
        queue.setCredentialsId("queue");
        SageMakerConfiguration.get().setStateChangeQueues(List.of(queue));
    }

    /** By how much AWS's clock is ahead of the plugin's; the quickest of some answers tells best. */
    private Duration offset() throws Exception {
        Duration best = Duration.ofDays(1);
        Duration offset = Duration.ZERO;
        for (int i = 0; i < 20; i++) {
            Instant before = pool.now();
            Instant there = cloud.now();
            Duration taken = Duration.between(before, pool.now());
            if (taken.compareTo(best) < 0) {
                best = taken;
                offset = Duration.between(before.plus(taken.dividedBy(2)), there);
            }
        }
        return offset;
    }

    WorkflowRun build() {
        return build;
    }

    EnvVars environment() {
        return environment;
    }

    void ended(int number, Throwable how) {
        ends.set(number, now().toEpochMilli());
        open.decrementAndGet();
        if (how != null) {
            failure = how;
        }
    }

    /** AWS's time. */
    private Instant now() {
        return pool.now().plus(offset);
    }

    Map<String, Object> measure(int count, boolean limits) throws Exception {
        warmUp();
        long heapBefore = Figures.usedHeap();
        ends = new AtomicLongArray(count);
        var jobs = new WaitingJobs(count, now());
        Map<String, Object> figures = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            sleepUntil(jobs.start(i));
            start(jobs.name(i), i, jobs.seconds(i, now()));
        }
        sleepUntil(jobs.settled().minusSeconds(Math.min(120, 30 + count)));
        long heap = Figures.usedHeap() - heapBefore;
        figures.put("waiting", open.get());
        figures.put("heapBytesMore", heap);
        figures.put("heapBytesPerWait", heap / count);
        sleepUntil(jobs.settled());
        if (limits) {
            cloud.limit();
        }
        window(jobs, figures);
        figures.put("threadsAtMost", threads.most());
        if (failure != null) {
            throw new IllegalStateException("A step has failed: " + failure.getMessage(), failure);
        }
        return figures;
    }

    private void window(WaitingJobs jobs, Map<String, Object> figures) throws Exception {
        cloud.requests();
        Instant begin = now();
        long beginNanos = System.nanoTime();
        Duration cpu = Figures.cpu();
        Duration cpuOfCloud = cloud.cpu();
        sleepUntil(begin.plus(jobs.window()));
        Duration time = Duration.between(begin, now());
        double realSeconds = (System.nanoTime() - beginNanos) / 1e9;
        Map<String, Long> requests = cloud.requests();
        figures.put("windowSeconds", time.toSeconds());
        figures.put("requestsPerSecond", Figures.perSecond(requests, time));
        figures.put("delaySeconds", delays(jobs, begin, begin.plus(time).minusSeconds(60)));
        figures.put("cpuSecondsPerHourOfAws", cpuPerHour(Figures.cpu().minus(cpu), time));
        figures.put("cpuSecondsPerHourOfAwsOfLocalAws", cpuPerHour(cloud.cpu().minus(cpuOfCloud), time));
        figures.put("realSeconds", Figures.rounded(realSeconds));
    }

    private static double cpuPerHour(Duration cpu, Duration time) {
        return Figures.rounded(cpu.toNanos() / 1e9 * 3600 / time.toSeconds());
    }

    private Map<String, Object> delays(WaitingJobs jobs, Instant from, Instant to) throws Exception {
        Map<String, Long> ended = cloud.ends();
        List<Long> delays = new ArrayList<>();
        int unseen = 0;
        for (int i = 0; i < jobs.count(); i++) {
            Long end = ended.get(jobs.name(i));
            if (end == null || end < from.toEpochMilli() || end > to.toEpochMilli()) {
                continue;
            }
            if (ends.get(i) == 0) {
                unseen++;
            } else {
                delays.add(ends.get(i) - end);
            }
        }
        Map<String, Object> figures = Figures.delays(delays);
        figures.put("unseen", unseen);
        return figures;
    }

    /** What is loaded and kept once, whatever the number of waits, is there before the first measurement of the heap. */
    private void warmUp() throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            start("warm-up-" + i, i, 60);
        }
        while (open.get() > 0) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        sleepUntil(now().plus(FORGETTING));
    }

    private void start(String name, int number, long seconds) throws Exception {
        open.incrementAndGet();
        new DescribableModel<>(SageMakerTrainStep.class)
                .instantiate(arguments(name, seconds), null)
                .start(new WaitContext(this, number))
                .start();
    }

    /** As a Jenkinsfile would give them. */
    private Map<String, Object> arguments(String name, long seconds) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("trainingJobName", name);
        arguments.put("roleArn", "arn:aws:iam::" + WaitsCloud.ACCOUNT + ":role/digits-sagemaker-execution");
        arguments.put(
                "trainingImage",
                WaitsCloud.ACCOUNT + ".dkr.ecr." + WaitsCloud.REGION + ".amazonaws.com/digits/idle:2026-11-01");
        arguments.put("s3OutputPath", "s3://" + WaitsCloud.BUCKET + "/models/digits");
        arguments.put("instanceType", "ml.m5.2xlarge");
        arguments.put("volumeSizeInGB", 50);
        arguments.put("maxRuntimeInSeconds", 86_400);
        arguments.put(
                "hyperParameters",
                Map.of(
                        "seconds", String.valueOf(seconds),
                        "epochs", "30",
                        "learning_rate", "0.001",
                        "mini_batch_size", "128",
                        "num_classes", "10",
                        "optimizer", "adam"));
        List<Object> channels = new ArrayList<>();
        for (String channel : List.of("train", "validation")) {
            channels.add(Map.of(
                    "channelName",
                    channel,
                    "s3Uri",
                    "s3://" + WaitsCloud.BUCKET + "/data/train",
                    "contentType",
                    "text/csv"));
        }
        arguments.put("channels", channels);
        arguments.put("tags", Map.of("team", "vision", "cost-center", "4711"));
        arguments.put("logs", logs);
        return arguments;
    }

    private void sleepUntil(Instant time) throws InterruptedException {
        double seconds = Duration.between(now(), time).toMillis() / 1000.0;
        if (seconds > 0) {
            TimeUnit.NANOSECONDS.sleep((long) (seconds / speed * 1e9));
        }
    }

    @Override
    public void close() {
        threads.close();
        session.stop();
        System.clearProperty(TIME_SCALE);
    }
}
