package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.EarlyStop;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The life of a tuning job: looks after its training jobs every few seconds of AWS's time, judges those that have ended, stops those that are not
 * worth going on with, and launches the next ones. Holds no thread meanwhile.
 */
final class TuningRun {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** After so many training jobs without any result a tuning job gives up. */
    private static final int ATTEMPTS = 5;

    private final TuningJob job;
    private final Call call;
    private final List<Tuner> tuners;
    private final TrainingJobs trainingJobs;
    private final Timeline timeline;
    private final RandomGenerator random;
    private final Set<String> judged = new HashSet<>();
    private boolean complete;
    private boolean stopRequested;
    private String failure;

    /** @param call by which the tuning job was asked for, in whose name it works */
    TuningRun(
            TuningJob job,
            Call call,
            List<Tuner> tuners,
            TrainingJobs trainingJobs,
            Timeline timeline,
            RandomGenerator random) {
        this.job = job;
        this.call = call;
        this.tuners = new ArrayList<>(tuners);
        this.trainingJobs = trainingJobs;
        this.timeline = timeline;
        this.random = random;
    }

    TuningJob job() {
        return job;
    }

    void begin() {
        timeline.after(PAUSE, this::look);
    }

    /** @throws AwsError if it has already ended */
    synchronized void stop() throws AwsError {
        if (job.isOver()) {
            throw AwsError.validation("The request was rejected because the hyperparameter tuning job is in status "
                    + job.status() + ".");
        }
        if (!stopRequested) {
            stopRequested = true;
            job.stopping(now());
            stopAll();
        }
    }

    private synchronized void look() {
        judge();
        stopTheHopeless();
        if (!stopRequested && !complete && failure == null) {
            decide();
        }
        List<TunedJob> running = running();
        if (running.isEmpty() && (stopRequested || complete || failure != null)) {
            job.end(failure != null ? "Failed" : stopRequested ? "Stopped" : "Completed", failure, now());
        } else {
            timeline.after(PAUSE, this::look);
        }
    }

    private List<TunedJob> running() {
        return job.jobs().stream().filter(one -> !one.isOver()).toList();
    }

    private void judge() {
        for (TunedJob one : job.jobs()) {
            if (one.isOver() && judged.add(one.name()) && one.objective().isPresent()) {
                job.progression().see(one.score(), now());
            }
        }
    }

    /** Ends the tuning job if there is a reason, else launches what may be launched. */
    private void decide() {
        failure = fruitless();
        if (failure != null || isReached()) {
            complete = failure == null;
            stopAll();
            return;
        }
        int free = job.config().at("/ResourceLimits/MaxParallelTrainingJobs").asInt()
                - running().size();
        while (free > 0 && failure == null && job.jobs().size() < mostJobs() && launch()) {
            free--;
        }
        if (running().isEmpty() && failure == null) {
            failure = job.best().isPresent() ? null : fruitless(job.jobs().size());
            complete = failure == null;
        }
    }

    private int mostJobs() {
        return job.config().at("/ResourceLimits/MaxNumberOfTrainingJobs").asInt(Tuner.MOST_JOBS_BY_DEFAULT);
    }

    private String fruitless() {
        return judged.size() >= ATTEMPTS && job.best().isEmpty() ? fruitless(judged.size()) : null;
    }

    private String fruitless(int attempts) {
        return job.jobs().stream().allMatch(one -> one.isOver() && one.hasFailed())
                ? "No training job succeeded after " + attempts + " attempts. For additional details, please take a"
                        + " look at the training job failures by listing training jobs for the hyperparameter tuning"
                        + " job."
                : "No objective metrics found after running " + attempts + " training jobs. Please ensure that the"
                        + " custom algorithm is emitting the objective metric as defined by the regular expression"
                        + " provided.";
    }

    private boolean isReached() {
        JsonNode criteria = job.config().path("TuningJobCompletionCriteria");
        JsonNode target = criteria.path("TargetObjectiveMetricValue");
        int patience = criteria.at("/BestObjectiveNotImproving/MaxNumberOfTrainingJobsNotImproving")
                .asInt(Integer.MAX_VALUE);
        boolean untilConverged = criteria.at("/ConvergenceDetected/CompleteOnConvergence")
                .asText()
                .equals("Enabled");
        long seconds = job.config().at("/ResourceLimits/MaxRuntimeInSeconds").asLong(Long.MAX_VALUE);
        return target.isNumber()
                        && job.best()
                                .filter(best -> best.definition()
                                        .objective()
                                        .isReached(best.objective().orElseThrow(), target.asDouble()))
                                .isPresent()
                || job.progression().notImproving() >= patience
                || untilConverged && job.progression().hasConverged()
                || Duration.between(job.created(), now()).toSeconds() >= seconds;
    }

    /** The tuners take turns; one that has nothing left to try drops out. Whether a training job was launched. */
    private boolean launch() {
        while (!tuners.isEmpty()) {
            Tuner tuner = tuners.remove(0);
            Optional<Map<String, String>> values = tuner.search().next(trials(tuner));
            if (values.isPresent()) {
                tuners.add(tuner);
                launch(tuner.definition(), values.get());
                return true;
            }
        }
        return false;
    }

    private List<Trial> trials(Tuner tuner) {
        List<Trial> trials = new ArrayList<>(tuner.inherited());
        job.jobs().stream()
                .filter(one -> one.definition().equals(tuner.definition())
                        && one.objective().isPresent())
                .map(TunedJob::trial)
                .forEach(trials::add);
        return trials;
    }

    private void launch(TuningDefinition definition, Map<String, String> values) {
        String name = "%s-%03d-%08x".formatted(job.name(), job.jobs().size() + 1, random.nextInt());
        var training = definition.training(name, values, job.tags());
        training.put("TuningJobArn", job.arn());
        try {
            var run = trainingJobs.start(new Request(call, training));
            job.launched(new TunedJob(job.name(), definition, run, values), now());
        } catch (AwsError e) {
            // All that could be checked was checked when the tuning job was created.
            failure = e.getMessage();
            stopAll();
        }
    }

    private void stopTheHopeless() {
        List<TunedJob> all = job.jobs();
        for (TunedJob one : running()) {
            EarlyStop rule = Tuner.earlyStop(job.config(), one.definition());
            List<List<Double>> others = all.stream()
                    .filter(other -> other != one)
                    .map(TunedJob::scores)
                    .toList();
            if (rule.isDue(one.scores(), others)) {
                stop(one);
            }
        }
    }

    private void stopAll() {
        running().forEach(TuningRun::stop);
    }

    private static void stop(TunedJob one) {
        try {
            one.run().stop();
        } catch (AwsError e) {
            // It has ended by itself meanwhile, which is just as well.
            return;
        }
    }

    private Instant now() {
        return Time.now(timeline);
    }
}
