package io.jenkins.plugins.sagemaker.tuning;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import io.jenkins.plugins.sagemaker.training.OwnTag;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sagemaker.model.CreateHyperParameterTuningJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeHyperParameterTuningJobResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.HyperParameterTrainingJobSummary;
import software.amazon.awssdk.services.sagemaker.model.HyperParameterTuningJobStatus;
import software.amazon.awssdk.services.sagemaker.model.ListTrainingJobsForHyperParameterTuningJobRequest;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobSortByOptions;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

/** The tuning job at SageMaker, by its name. */
record RemoteTuning(Aws aws, String name, String token) {

    /** The longest page of a list. */
    static final int PAGE = 100;

    static RemoteTuning of(TuningState state, Aws aws) {
        return new RemoteTuning(aws, state.jobName(), state.token());
    }

    /** The tuning job of this name, or nothing if there is none, or AWS does not show it yet. */
    Optional<DescribeHyperParameterTuningJobResponse> look() throws RemoteException, InterruptedException {
        try {
            return Optional.of(Aws.call(
                    "describe tuning job " + name,
                    () -> aws.sageMaker().describeHyperParameterTuningJob(r -> r.hyperParameterTuningJobName(name))));
        } catch (RemoteException e) {
            if (e.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * The tuning job of this name if it is there and ours.
     *
     * @throws RemoteException of kind INVALID if it is somebody else's
     */
    Optional<DescribeHyperParameterTuningJobResponse> find() throws RemoteException, InterruptedException {
        var job = look();
        if (job.isPresent()
                && !new OwnTag(token).isOn(aws, "tuning job " + name, job.get().hyperParameterTuningJobArn())) {
            throw new RemoteException(
                    Kind.INVALID,
                    "",
                    "There is already a tuning job " + name + " in " + aws.region()
                            + ", and it is not this build's: give another tuningJobName, or a baseJobName to have one made.",
                    null);
        }
        return job;
    }

    void create(CreateHyperParameterTuningJobRequest request) throws RemoteException, InterruptedException {
        Aws.call("create tuning job " + name, () -> aws.sageMaker().createHyperParameterTuningJob(request));
    }

    /** Asks it to stop, unless it is already stopping or over. */
    void stop(DescribeHyperParameterTuningJobResponse job) throws RemoteException, InterruptedException {
        if (isOver(job) || job.hyperParameterTuningJobStatus() == HyperParameterTuningJobStatus.STOPPING) {
            return;
        }
        try {
            Aws.call(
                    "stop tuning job " + name,
                    () -> aws.sageMaker().stopHyperParameterTuningJob(r -> r.hyperParameterTuningJobName(name)));
        } catch (RemoteException e) {
            // AWS refuses to stop a job that has just ended by itself.
            if (e.kind() != Kind.INVALID || !look().map(RemoteTuning::isOver).orElse(false)) {
                throw e;
            }
        }
    }

    static boolean isOver(DescribeHyperParameterTuningJobResponse job) {
        return switch (job.hyperParameterTuningJobStatus()) {
            case IN_PROGRESS, STOPPING, UNKNOWN_TO_SDK_VERSION -> false;
            default -> true;
        };
    }

    /** Its training jobs that have a value of the objective, the best first; no more than a page. */
    List<HyperParameterTrainingJobSummary> best(boolean maximize) throws RemoteException, InterruptedException {
        return list(r -> r.sortBy(TrainingJobSortByOptions.FINAL_OBJECTIVE_METRIC_VALUE)
                .sortOrder(maximize ? "Descending" : "Ascending"));
    }

    /** Its training jobs that have failed, the first ones first; no more than a page. */
    List<HyperParameterTrainingJobSummary> failed() throws RemoteException, InterruptedException {
        return list(r -> r.sortBy(TrainingJobSortByOptions.CREATION_TIME).statusEquals(TrainingJobStatus.FAILED));
    }

    private List<HyperParameterTrainingJobSummary> list(
            Consumer<ListTrainingJobsForHyperParameterTuningJobRequest.Builder> which)
            throws RemoteException, InterruptedException {
        return Aws.call(
                "list the training jobs of tuning job " + name,
                () -> aws.sageMaker()
                        .listTrainingJobsForHyperParameterTuningJob(r -> {
                            r.hyperParameterTuningJobName(name).maxResults(PAGE);
                            which.accept(r);
                        })
                        .trainingJobSummaries());
    }

    DescribeTrainingJobResponse training(String trainingJob) throws RemoteException, InterruptedException {
        try {
            return Aws.call(
                    "describe training job " + trainingJob,
                    () -> aws.sageMaker().describeTrainingJob(r -> r.trainingJobName(trainingJob)));
        } catch (RemoteException e) {
            if (e.kind() != Kind.GONE) {
                throw e;
            }
            throw new RemoteException(
                    Kind.INVALID,
                    e.code(),
                    "There is no training job " + trainingJob + " in " + aws.region() + " any longer: tuning job "
                            + name + " is done, but somebody has deleted the best of its training jobs.",
                    e);
        }
    }
}
