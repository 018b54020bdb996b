package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.ConsoleLinks;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

/** The job at SageMaker, by its name. */
record RemoteJob(Aws aws, String name, String token) {

    /** For how long AWS may not show a job that it has taken. */
    static final Duration HIDDEN = Duration.ofMinutes(2);

    static RemoteJob of(TrainingState state, Aws aws) {
        return new RemoteJob(aws, state.jobName(), state.token());
    }

    /** The job of this name, or nothing if there is none, or AWS does not show it yet. */
    Optional<DescribeTrainingJobResponse> look() throws RemoteException, InterruptedException {
        try {
            return Optional.of(Aws.call(
                    "describe training job " + name,
                    () -> aws.sageMaker().describeTrainingJob(r -> r.trainingJobName(name))));
        } catch (RemoteException e) {
            if (e.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether a job of this name has been created by this operation. */
    boolean isOurs(DescribeTrainingJobResponse job) throws RemoteException, InterruptedException {
        return new OwnTag(token).isOn(aws, "training job " + name, job.trainingJobArn());
    }

    void create(CreateTrainingJobRequest request) throws RemoteException, InterruptedException {
        Aws.call("create training job " + name, () -> aws.sageMaker().createTrainingJob(request));
    }

    /** Asks it to stop, unless it is already stopping or over. */
    void stop(DescribeTrainingJobResponse job) throws RemoteException, InterruptedException {
        if (isOver(job) || job.trainingJobStatus() == TrainingJobStatus.STOPPING) {
            return;
        }
        try {
            Aws.call("stop training job " + name, () -> aws.sageMaker().stopTrainingJob(r -> r.trainingJobName(name)));
        } catch (RemoteException e) {
            // AWS refuses to stop a job that has just ended by itself.
            if (e.kind() != Kind.INVALID || !look().map(RemoteJob::isOver).orElse(false)) {
                throw e;
            }
        }
    }

    /** Where a person finds it. */
    String link() {
        return ConsoleLinks.trainingJob(aws.region(), name);
    }

    static boolean isOver(DescribeTrainingJobResponse job) {
        return switch (job.trainingJobStatus()) {
            case COMPLETED, FAILED, STOPPED -> true;
            default -> false;
        };
    }
}
