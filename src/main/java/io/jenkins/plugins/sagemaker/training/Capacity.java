package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatus;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

/** Tells whether it was a machine that was missing, so that another type, or the same one later, may do. */
final class Capacity {

    private static final Set<String> CODES = Set.of(
            "ResourceLimitExceeded",
            "ServiceQuotaExceededException",
            "CapacityError",
            "InsufficientCapacity",
            "InsufficientCapacityException",
            "InsufficientInstanceCapacity");

    private Capacity() {}

    /** Whether AWS refuses a job for lack of quota or capacity. */
    static boolean isMissing(RemoteException e) {
        return CODES.contains(e.code());
    }

    /** Why a job that has ended got no machines, or nothing if that is not what it ended for. */
    static Optional<String> missing(DescribeTrainingJobResponse job) {
        String reason = String.valueOf(job.failureReason());
        if (job.trainingJobStatus() == TrainingJobStatus.FAILED
                && (reason.startsWith("CapacityError") || reason.contains("InsufficientInstanceCapacity"))) {
            return Optional.of(reason);
        }
        // A spot job that has begun has used up its time, and perhaps its data: only one that never began is as good as
        // refused.
        return job.trainingJobStatus() == TrainingJobStatus.STOPPED
                        && job.secondaryStatus() == SecondaryStatus.MAX_WAIT_TIME_EXCEEDED
                        && job.trainingStartTime() == null
                ? Optional.of("no spot capacity within its maxWaitTimeInSeconds")
                : Optional.empty();
    }
}
