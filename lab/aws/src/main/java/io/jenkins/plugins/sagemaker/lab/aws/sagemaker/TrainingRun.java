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
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The life of a training job, from step to step along the timeline. Waits hold no thread; only the training itself
 * does.
 *
 * <p>Whoever ends the job says so in {@link #ending} under the lock; steps that come later find it there and do
 * nothing, so that a job ends once. A spot job whose instances are taken away begins again with {@link #launch}.
 */
final class TrainingRun {

    private static final Logger LOGGER = Logger.getLogger(TrainingRun.class.getName());

    private static final Duration STARTING = Duration.ofSeconds(20);
    private static final Duration PREPARING = Duration.ofSeconds(40);
    private static final Duration NO_CAPACITY = Duration.ofSeconds(120);
    private static final Duration NO_SPOT_CAPACITY = Duration.ofSeconds(60);
    private static final Duration BEFORE_INTERRUPTION = Duration.ofSeconds(20);
    private static final Duration DOWNLOADING_DATA = Duration.ofSeconds(15);
    private static final Duration DOWNLOADING_IMAGE = Duration.ofSeconds(25);
    private static final Duration UPLOADING = Duration.ofSeconds(10);
    private static final Duration STOPPING = Duration.ofSeconds(20);
    private static final long LONGEST_BY_DEFAULT = 24 * 3600L;

    private final TrainingJob job;
    private final Algorithm algorithm;
    private final Surroundings surroundings;
    private final JobEvents events;
    private Cancellable pending = () -> {};
    private Cancellable runtime = () -> {};
    private Cancellable waiting = () -> {};
    private JobContainer container;
    private boolean interrupted;
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

    synchronized void begin() {
        events.tell();
        long longestWait =
                job.request().at("/StoppingCondition/MaxWaitTimeInSeconds").asLong();
        if (longestWait > 0) {
            waiting = surroundings.timeline().after(Duration.ofSeconds(longestWait), () -> end(Ending.MAX_WAIT));
        }
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
        // A spot job asks until its longest wait is over.
        next(NO_CAPACITY, job.isSpot() ? this::launch : () -> fail(Ending.NO_CAPACITY));
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
        var started = new JobContainer(job, channels, surroundings);
        if (!enterTraining(started)) {
            return;
        }
        try {
            run(started).ifPresent(result -> leaveTraining(started, result));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Time has been stopped for good.
        }
    }

    /** @return how it ended; nothing while it idles */
    private Optional<Ending> run(JobContainer started) throws InterruptedException {
        try {
            if (surroundings.faults().chance(FaultSource.CONTAINER, job.name())) {
                throw ContainerFailure.algorithm("The container was killed");
            }
            if (surroundings.faults().chance(FaultSource.MEMORY, job.name())) {
                throw ContainerFailure.outOfMemory();
            }
            Optional<Duration> idle = algorithm.idles(started);
            if (idle.isPresent()) {
                idle(started, idle.get());
                return Optional.empty();
            }
            if (!algorithm.runsOnEveryHost()) {
                started.join();
            }
            algorithm.train(started);
            return Optional.of(Ending.COMPLETED);
        } catch (ContainerFailure e) {
            if (!algorithm.runsOnEveryHost()) {
                started.failed(e);
            }
            return Optional.of(Ending.failed(e.reason()));
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The algorithm of training job " + job.name() + " broke", e);
            return Optional.of(Ending.BROKEN);
        }
    }

    /** Whether the container may run: not if the job is being ended. */
    private synchronized boolean enterTraining(JobContainer started) {
        if (ending != null) {
            return false;
        }
        container = started;
        enter("Training", "Training image download completed. Training in progress.");
        if (job.isSpot() && surroundings.faults().chance(FaultSource.SPOT, job.name())) {
            Runnable interruption = () -> interrupt(started);
            if (started.hasCheckpoints() && algorithm.writesCheckpoints()) {
                started.onNextCheckpoint(interruption);
            } else {
                surroundings.timeline().after(BEFORE_INTERRUPTION, interruption);
            }
        }
        return true;
    }

    /** Takes the instances of a spot job back. */
    private synchronized void interrupt(JobContainer running) {
        if (ending == null && container == running) {
            interrupted = true;
            running.requestStop();
        }
    }

    /** Holds no thread: the end comes with the time, or by a stop. */
    private synchronized void idle(JobContainer idling, Duration time) {
        container = null;
        if (ending == null) {
            next(time, () -> leaveTraining(idling, Ending.COMPLETED));
        } else {
            leaveTraining(idling, ending);
        }
    }

    private synchronized void leaveTraining(JobContainer ended, Ending result) {
        container = null;
        if (ending == null && interrupted) {
            interrupted = false;
            runtime.cancel();
            job.interrupted(now());
            enter("Interrupted", "The managed spot training instances were interrupted");
            next(NO_SPOT_CAPACITY, () -> {
                enterIfRunning("Starting", "Starting the training job");
                next(STARTING, this::launch);
            });
            return;
        }
        if (ending == null) {
            enter("Uploading", "Uploading generated training model");
            ending = result;
        }
        Ending last = ending;
        surroundings.timeline().after(UPLOADING, () -> upload(ended, last));
    }

    private void upload(JobContainer ended, Ending last) {
        try {
            if (!ended.model().isEmpty() || !ended.output().isEmpty()) {
                String artifact = ModelUpload.put(surroundings.objects(), job, ended.model(), ended.output());
                if (!ended.model().isEmpty()) {
                    job.uploaded(artifact);
                }
            }
            finish(last);
        } catch (ContainerFailure e) {
            finish(Ending.failed(e.logLine()));
        }
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
        runtime.cancel();
        waiting.cancel();
        job.end(how.status(), how.secondary(), how.message(), how.reason(), now());
        events.tell();
    }

    private void enter(String secondary, String message) {
        job.enter(secondary, message, now());
        events.tell();
    }

    private synchronized void enterIfRunning(String secondary, String message) {
        if (ending == null) {
            enter(secondary, message);
        }
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
            Duration longest = Duration.ofSeconds(
                    job.request().at("/StoppingCondition/MaxRuntimeInSeconds").asLong(LONGEST_BY_DEFAULT));
            runtime = surroundings.timeline().after(longest.minus(job.ran(now)), () -> end(Ending.MAX_RUNTIME));
        }
    }

    private synchronized void next(Duration delay, Runnable step) {
        if (ending == null) {
            pending = surroundings.timeline().after(delay, step);
        }
    }

    private Instant now() {
        return Time.now(surroundings.timeline());
    }
}
