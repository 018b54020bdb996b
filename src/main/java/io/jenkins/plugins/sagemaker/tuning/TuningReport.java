package io.jenkins.plugins.sagemaker.tuning;

import io.jenkins.plugins.sagemaker.aws.ConsoleLinks;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import io.jenkins.plugins.sagemaker.training.MetricGate;
import io.jenkins.plugins.sagemaker.training.TrainingResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sagemaker.model.DescribeHyperParameterTuningJobResponse;
import software.amazon.awssdk.services.sagemaker.model.HyperParameterTrainingJobSummary;

/** What has come of a tuning job that has ended: a table of its training jobs, and the best one's model or why there is none. */
record TuningReport(RemoteTuning remote, DescribeHyperParameterTuningJobResponse job) {

    /** The end of the operation. */
    Progress<TuningState, TuningResult> judged(MetricGate gate) throws RemoteException, InterruptedException {
        var objective = Objective.of(job);
        List<String> lines = new ArrayList<>();
        List<TunedJob> all = trainingJobs(objective, lines);
        var progress = new TuningProgress(job);
        var reasons = FailureReasons.of(
                all.stream().filter(one -> one.status().equals("Failed")).toList());
        lines.add("Tuning job " + remote.name() + " is " + job.hyperParameterTuningJobStatusAsString() + " after "
                + runtime() + " s with " + progress.words());
        lines.addAll(new JobTable(objective.metric(), all).lines());
        lines.addAll(reasons.lines());
        Optional<String> trouble = trouble();
        if (trouble.isPresent()) {
            return Progress.failed("Tuning job " + remote.name() + " " + trouble.get() + reasons.sentence(), lines);
        }
        TuningResult result = result(objective, all, progress.counts());
        lines.add("  best: " + result.trainingJobName() + " with " + objective.metric() + " = "
                + result.objectiveValue());
        if (result.modelDataUrl() != null) {
            lines.add("  model: " + result.modelDataUrl());
        }
        Map<String, Double> metrics =
                new LinkedHashMap<>(result.bestTrainingJob().metrics());
        metrics.putIfAbsent(objective.metric(), result.objectiveValue());
        return gate.judge("tuning job " + remote.name(), metrics, result, lines);
    }

    /** Not to be allowed to see them costs the table, not the model. */
    private List<TunedJob> trainingJobs(Objective objective, List<String> lines)
            throws RemoteException, InterruptedException {
        try {
            String best = best().map(HyperParameterTrainingJobSummary::trainingJobName)
                    .orElse("");
            return Stream.concat(remote.best(objective.isMaximized()).stream(), remote.failed().stream())
                    .map(TunedJob::of)
                    // Of several that are equally good, the one that SageMaker calls the best.
                    .sorted(Comparator.comparing(one -> !one.trainingJobName().equals(best)))
                    .toList();
        } catch (RemoteException e) {
            if (e.kind() != Kind.ACCESS_DENIED) {
                throw e;
            }
            lines.add("Going on without a table of the training jobs: " + e.getMessage());
            return List.of();
        }
    }

    /** Why there is no model to go on with; nothing if there is one. */
    private Optional<String> trouble() {
        String metric = Objective.of(job).metric();
        return switch (job.hyperParameterTuningJobStatus()) {
            case COMPLETED ->
                best().isPresent()
                        ? Optional.empty()
                        : Optional.of("has no best training job: none has reported " + metric + ".");
            case STOPPED -> {
                if (!isOutOfTime()) {
                    yield Optional.of("was stopped, not by this build.");
                }
                yield best().isPresent()
                        ? Optional.empty()
                        : Optional.of("has used up its time before any training job has reported " + metric + ".");
            }
            case FAILED ->
                Optional.of(
                        "failed: " + Optional.ofNullable(job.failureReason()).orElse("SageMaker gives no reason."));
            default -> Optional.of("is " + job.hyperParameterTuningJobStatusAsString() + ", not by this build.");
        };
    }

    /** Whether it has had all the time that it may take: an end as good as that of its last training job. */
    private boolean isOutOfTime() {
        Integer most = job.hyperParameterTuningJobConfig().resourceLimits().maxRuntimeInSeconds();
        return most != null && runtime() >= most;
    }

    private long runtime() {
        var consumed = job.consumedResources();
        return consumed == null || consumed.runtimeInSeconds() == null ? 0 : consumed.runtimeInSeconds();
    }

    /** With a warm start from the same data and algorithm, the best one may be a parent's. */
    private Optional<HyperParameterTrainingJobSummary> best() {
        return Optional.ofNullable(
                job.overallBestTrainingJob() == null ? job.bestTrainingJob() : job.overallBestTrainingJob());
    }

    private TuningResult result(Objective objective, List<TunedJob> all, Map<String, Integer> counts)
            throws RemoteException, InterruptedException {
        var best = TunedJob.of(best().orElseThrow());
        String name = best.trainingJobName();
        String region = remote.aws().region();
        var training = remote.training(name);
        var details = TrainingResult.of(training, region);
        Map<String, String> hyperParameters = new LinkedHashMap<>(training.hyperParameters());
        hyperParameters
                .keySet()
                .removeIf(own -> own.startsWith("_")); // SageMaker's own, such as _tuning_objective_metric
        return new TuningResult(
                remote.name(),
                job.hyperParameterTuningJobArn(),
                job.hyperParameterTuningJobStatusAsString(),
                job.hyperParameterTuningJobConfig().strategyAsString(),
                objective.metric(),
                objective.type(),
                best.objectiveValue(),
                name,
                details.modelDataUrl(),
                hyperParameters,
                best.hyperParameters(),
                details,
                all,
                counts,
                runtime(),
                ConsoleLinks.tuningJob(region, remote.name()));
    }
}
