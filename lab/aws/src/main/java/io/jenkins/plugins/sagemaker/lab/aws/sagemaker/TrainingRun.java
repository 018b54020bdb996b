package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.FaultSource;
import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline.Cancellable;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Algorithm;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Channel;
import io.jenkins.plugins.sagemaker.lab.aws.learner.ContainerFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The life of a training job, from step to step along the timeline. Waits hold no thread; only the training itself
 * does.
 *
 * <p>Whoever ends the job says so in {@link #ending} under the lock; steps that come later find it there and do
 * nothing, so that a job ends once.
 */
final class TrainingRun {

    private static final Logger LOGGER = Logger.getLogger(TrainingRun.class.getName());

    private static final Duration STARTING = Duration.ofSeconds(20);
    private static final Duration PREPARING = Duration.ofSeconds(40);
    private static final Duration NO_CAPACITY = Duration.ofSeconds(120);
    private static final Duration DOWNLOADING_DATA = Duration.ofSeconds(15);
    private static final Duration DOWNLOADING_IMAGE = Duration.ofSeconds(25);
    private static final Duration UPLOADING = Duration.ofSeconds(10);
    private static final Duration STOPPING = Duration.ofSeconds(20);

    private final TrainingJob job;
    private final Algorithm algorithm;
    private final Surroundings surroundings;
    private final JobEvents events;
    private Cancellable pending = () -> {};
    private Cancellable deadline = () -> {};
    private JobContainer container;
    private Ending ending;

    /** @param algorithm what the image holds; null if there is no such image */
    TrainingRun(TrainingJob job, Algorithm algorithm, Surroundings surroundings) {
        this.job = job;
        this.algorithm = algorithm;
        this.surroundings = surroundings;
        this.events = new JobEvents(job, surroundings.events());
        job.enter("Starting", "Starting the training job", job.created());
    }

    TrainingJob job() {
        return job;
    }

    void begin() {
        events.tell();
        next(STARTING, this::launch);
    }

    /** @throws AwsError if the job has already ended */
    synchronized void stop() throws AwsError {
        if (!job.status().equals(TrainingJob.IN_PROGRESS) && !job.status().equals(TrainingJob.STOPPING)) {
            throw AwsError.validation(
                    "The request was rejected because the training job is in status " + job.status() + ".");
        }
        end(Ending.STOPPED);
    }

    private void launch() {
        if (job.instanceTypes().stream().noneMatch(this::isExhausted)) {
            say("Preparing the instances for training");
            next(PREPARING, this::download);
            return;
        }
        say("Insufficient capacity error from EC2 while launching instances, retrying!");
        next(NO_CAPACITY, () -> fail(job.isSpot() ? Ending.NO_SPOT_CAPACITY : Ending.NO_CAPACITY));
    }

    private boolean isExhausted(String instanceType) {
        return surroundings.faults().chance(FaultSource.CAPACITY, instanceType);
    }

    private void download() {
        start();
        var inputs = new InputChannels(
                surroundings.objects(),
                job.place().region(),
                job.request().get("RoleArn").asText());
        next(DOWNLOADING_DATA, () -> {
            try {
                Map<String, Channel> channels = inputs.read(job.request().path("InputDataConfig"));
                say("Downloading the training image");
                next(DOWNLOADING_IMAGE, () -> train(channels));
            } catch (ContainerFailure e) {
                fail(Ending.failed(e.logLine()));
            }
        });
    }

    private void train(Map<String, Channel> channels) {
        if (algorithm == null) {
            fail(Ending.failed("ClientError: Cannot pull algorithm container. Either the image does not exist or its"
                    + " permissions are incorrect."));
            return;
        }
        var logs = new InstanceLogs(job, surroundings);
        var started = new JobContainer(job, channels, logs, surroundings.timeline());
        if (!enterTraining(started)) {
            return;
        }
        Ending result = Ending.COMPLETED;
        try {
            started.join();
            if (surroundings.faults().chance(FaultSource.CONTAINER, job.name())) {
                throw ContainerFailure.algorithm("The container was killed");
            }
            if (surroundings.faults().chance(FaultSource.MEMORY, job.name())) {
                throw ContainerFailure.outOfMemory();
            }
            algorithm.train(started);
        } catch (ContainerFailure e) {
            started.failed(e);
            result = Ending.failed(e.reason());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Time has been stopped for good.
            return;
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The algorithm of training job " + job.name() + " broke", e);
            result = Ending.failed("InternalServerError: We encountered an internal error. Please try again.");
        }
        upload(started.model(), result);
    }

    private synchronized void upload(Map<String, byte[]> model, Ending result) {
        container = null;
        if (ending == null) {
            job.enter("Uploading", "Uploading generated training model", now());
            events.tell();
            ending = result;
        }
        Ending last = ending;
        surroundings.timeline().after(UPLOADING, () -> {
            try {
                if (!model.isEmpty()) {
                    job.uploaded(ModelUpload.put(surroundings.objects(), job, model));
                }
                finish(last);
            } catch (ContainerFailure e) {
                finish(Ending.failed(e.logLine()));
            }
        });
    }

    /** The job ends by itself, unless it is already being ended. */
    private synchronized void fail(Ending how) {
        if (ending == null) {
            ending = how;
            finish(how);
        }
    }

    /** Begins to end the job from outside; one that is already ending goes on doing so. */
    private synchronized void end(Ending wanted) {
        if (ending != null) {
            return;
        }
        ending = wanted;
        pending.cancel();
        job.stopping(now());
        events.tell();
        if (container != null) {
            container.requestStop(); // The training thread does the rest.
        } else {
            surroundings.timeline().after(STOPPING, () -> finish(wanted));
        }
    }

    private synchronized void finish(Ending how) {
        deadline.cancel();
        job.end(how.status(), how.secondary(), how.message(), how.reason(), now());
        events.tell();
    }

    private synchronized void say(String message) {
        if (ending == null) {
            job.say(message, now());
        }
    }

    /** From here on, the time counts that the caller allows and pays. */
    private synchronized void start() {
        if (ending == null) {
            Instant now = now();
            job.enter("Downloading", "Downloading input data", now);
            job.started(now);
            events.tell();
            long seconds =
                    job.request().at("/StoppingCondition/MaxRuntimeInSeconds").asLong(24 * 3600L);
            deadline = surroundings.timeline().after(Duration.ofSeconds(seconds), () -> end(Ending.MAX_RUNTIME));
        }
    }

    /** Whether the container may run: not if the job is being ended. */
    private synchronized boolean enterTraining(JobContainer started) {
        if (ending != null) {
            return false;
        }
        container = started;
        job.enter("Training", "Training image download completed. Training in progress.", now());
        events.tell();
        return true;
    }

    private synchronized void next(Duration delay, Runnable step) {
        if (ending == null) {
            pending = surroundings.timeline().after(delay, step);
        }
    }

    private Instant now() {
        return Time.now(surroundings.timeline());
    }

    private record Ending(String status, String secondary, String message, String reason) {

        static final Ending COMPLETED = new Ending("Completed", "Completed", "Training job completed", null);
        static final Ending STOPPED = new Ending("Stopped", "Stopped", "Training job stopped", null);
        static final Ending MAX_RUNTIME = new Ending(
                "Stopped", "MaxRuntimeExceeded", "Training job runtime exceeded MaxRuntimeInSeconds provided", null);
        static final Ending NO_SPOT_CAPACITY = new Ending(
                "Stopped",
                "MaxWaitTimeExceeded",
                "Training job wait time exceeded MaxWaitTimeInSeconds provided",
                null);
        static final Ending NO_CAPACITY = failed("CapacityError: Unable to provision requested ML compute capacity."
                + " Please retry using a different ML instance type.");

        static Ending failed(String reason) {
            return new Ending("Failed", "Failed", "Training job failed", reason);
        }
    }
}
