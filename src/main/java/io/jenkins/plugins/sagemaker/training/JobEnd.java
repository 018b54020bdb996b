package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.Hyperlink;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

/** What the end of a job means: a model, another attempt, or a failure with its evidence. */
record JobEnd(TrainingRequest request, TrainingPolicy policy, TrainingState state, Aws aws) {

    /** @param job that has ended */
    Progress<TrainingState, TrainingResult> judge(DescribeTrainingJobResponse job)
            throws RemoteException, InterruptedException {
        var fallback = new Fallback(request, policy, state, aws);
        Optional<String> noCapacity = Capacity.missing(job);
        if (noCapacity.isPresent()) {
            var next = fallback.after(noCapacity.get());
            if (next.isPresent()) {
                return next.get();
            }
        }
        List<String> lines = new ArrayList<>();
        var log = new JobLog(aws, state.jobName(), policy.logLines());
        lines.addAll(log.leftOut(state.reading(), policy.logTailLines()));
        if (job.trainingJobStatus() != TrainingJobStatus.COMPLETED && !isAccepted(job)) {
            return failed(job, log, lines);
        }
        var result = TrainingResult.of(
                job,
                RemoteJob.of(state, aws).link(),
                log.link(),
                state.attempts().with(fallback.attempt(job.secondaryStatusAsString())));
        lines.addAll(new Summary(result).lines());
        return new MetricGate(request.metricThresholds(), request.thresholdsFail())
                .judge("training job " + state.jobName(), result.metrics(), result, lines);
    }

    /** A job that was stopped may have left a model that is good enough. */
    private boolean isAccepted(DescribeTrainingJobResponse job) {
        return policy.stoppedIsSuccess() && job.trainingJobStatus() == TrainingJobStatus.STOPPED && hasModel(job);
    }

    private static boolean hasModel(DescribeTrainingJobResponse job) {
        return job.modelArtifacts() != null && job.modelArtifacts().s3ModelArtifacts() != null;
    }

    private Progress<TrainingState, TrainingResult> failed(
            DescribeTrainingJobResponse job, JobLog log, List<String> lines)
            throws RemoteException, InterruptedException {
        boolean stopped = job.trainingJobStatus() == TrainingJobStatus.STOPPED;
        String reason = Optional.ofNullable(job.failureReason()).orElse(stopped ? "" : "SageMaker gives no reason");
        List<String> tail = request.logs() == Logs.NONE || stopped ? List.of() : log.last(policy.logTailLines());
        if (request.logs() == Logs.FAILURE) { // else the log is there already
            lines.addAll(tail);
        }
        String exitCode = FailureHints.exitCode(reason);
        if (!exitCode.isEmpty()) {
            lines.add("Exit code of the container: " + exitCode);
        }
        if (!stopped) {
            // SageMaker's words weigh more than what a container happens to print.
            FailureHints.particular(reason, String.join("\n", tail)).ifPresent(hint -> lines.add("Hint: " + hint));
        }
        lines.add(Hyperlink.of("Log of the job", log.link()));
        lines.add(Hyperlink.of(
                "The job in the AWS console", RemoteJob.of(state, aws).link()));
        var fallback = new Fallback(request, policy, state, aws);
        return Progress.failed(
                "Training job " + state.jobName() + " " + (stopped ? stopped(job) : "failed: " + reason)
                        + fallback.tried(),
                lines);
    }

    private String stopped(DescribeTrainingJobResponse job) {
        String how =
                switch (String.valueOf(job.secondaryStatusAsString())) {
                    case "MaxRuntimeExceeded" -> "ran longer than its maxRuntimeInSeconds and was stopped";
                    case "MaxWaitTimeExceeded" ->
                        "waited for spot capacity longer than its maxWaitTimeInSeconds and was stopped";
                    default -> "was stopped, not by this build (" + job.secondaryStatusAsString() + ")";
                };
        return policy.stoppedIsSuccess() ? how + ", and has left no model" : how;
    }
}
