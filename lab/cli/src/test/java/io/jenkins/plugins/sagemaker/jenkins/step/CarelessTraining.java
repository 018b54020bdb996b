package io.jenkins.plugins.sagemaker.jenkins.step;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.operation.Operation;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sagemaker.model.Channel;
import software.amazon.awssdk.services.sagemaker.model.S3DataType;
import software.amazon.awssdk.services.sagemaker.model.TrainingInstanceType;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobSummary;

/** A training job as an operation that keeps all rules, or breaks one of them. */
record CarelessTraining(Flaw flaw) implements Operation<Aws, CarelessTraining.State, String> {

    private static final String BUCKET = "chaos-artifacts";
    private static final Map<String, String> HALF_AN_HOUR = Map.of(
            "predictor_type", "multiclass_classifier", "num_classes", "3", "mini_batch_size", "24", "epochs", "600");

    /** Which rule is broken. */
    enum Flaw {
        NONE,
        /** The job's name is made up when it is created, not before. */
        NOT_WRITTEN_AHEAD,
        /** Nobody looks whether the job is there before it is created. */
        NOT_LOOKED_FOR,
        /** A stop is not passed on. */
        NOT_STOPPED
    }

    /** @param jobName empty until it is known */
    record State(String jobName, boolean created) implements Serializable {}

    @Override
    public String name() {
        return "careless training";
    }

    @Override
    public State begin() {
        return new State(flaw == Flaw.NOT_WRITTEN_AHEAD ? "" : freshName(), false);
    }

    private static String freshName() {
        return "careless-" + UUID.randomUUID();
    }

    @Override
    public Progress<State, String> advance(State state, Aws aws) throws RemoteException, InterruptedException {
        if (!state.created()) {
            String job = state.jobName().isEmpty() ? freshName() : state.jobName();
            if (flaw == Flaw.NOT_LOOKED_FOR) {
                create(job, aws);
            } else if (!isThere(job, aws)) {
                createOrAdopt(job, aws);
            }
            return Progress.changed(new State(job, true), List.of("Training job " + job + ": https://created"));
        }
        var job = Aws.call(
                "describe it", () -> aws.sageMaker().describeTrainingJob(r -> r.trainingJobName(state.jobName())));
        if (job.trainingJobStatus() == TrainingJobStatus.IN_PROGRESS
                || job.trainingJobStatus() == TrainingJobStatus.STOPPING) {
            return Progress.idle(state);
        }
        return Progress.succeeded(state.jobName(), log(state.jobName(), aws));
    }

    private static List<String> log(String job, Aws aws) throws RemoteException, InterruptedException {
        List<String> lines = new ArrayList<>();
        Aws.call(
                        "read its log",
                        () -> aws.logs()
                                .getLogEvents(r -> r.logGroupName("/aws/sagemaker/TrainingJobs")
                                        .logStreamName(stream(job, aws))
                                        .startFromHead(true)))
                .events()
                .forEach(event -> lines.add(event.message()));
        return lines;
    }

    private static String stream(String job, Aws aws) {
        var streams = aws.logs()
                .describeLogStreams(
                        r -> r.logGroupName("/aws/sagemaker/TrainingJobs").logStreamNamePrefix(job + "/"));
        return streams.logStreams().get(0).logStreamName();
    }

    private static boolean isThere(String job, Aws aws) throws RemoteException, InterruptedException {
        return Aws.call("list the jobs", () -> aws.sageMaker().listTrainingJobs()).trainingJobSummaries().stream()
                .map(TrainingJobSummary::trainingJobName)
                .anyMatch(job::equals);
    }

    private static void createOrAdopt(String job, Aws aws) throws RemoteException, InterruptedException {
        try {
            create(job, aws);
        } catch (RemoteException e) {
            if (e.kind() != RemoteException.Kind.CONFLICT || !isThere(job, aws)) {
                throw e;
            }
        }
    }

    private static void create(String job, Aws aws) throws RemoteException, InterruptedException {
        Aws.call(
                "create it",
                () -> aws.sageMaker()
                        .createTrainingJob(r -> r.trainingJobName(job)
                                .roleArn("arn:aws:iam::123456789012:role/chaos-execution")
                                .algorithmSpecification(a -> a.trainingInputMode("File")
                                        .trainingImage(
                                                "664544806723.dkr.ecr.eu-central-1.amazonaws.com/linear-learner:1"))
                                .hyperParameters(HALF_AN_HOUR)
                                .inputDataConfig(Channel.builder()
                                        .channelName("train")
                                        .contentType("text/csv")
                                        .dataSource(d -> d.s3DataSource(s -> s.s3DataType(S3DataType.S3_PREFIX)
                                                .s3Uri("s3://" + BUCKET + "/data/")))
                                        .build())
                                .outputDataConfig(o -> o.s3OutputPath("s3://" + BUCKET + "/models"))
                                .resourceConfig(c -> c.instanceType(TrainingInstanceType.ML_M5_LARGE)
                                        .instanceCount(1)
                                        .volumeSizeInGB(10))
                                .stoppingCondition(s -> s.maxRuntimeInSeconds(3600))));
    }

    @Override
    public boolean cancel(State state, Aws aws) throws RemoteException, InterruptedException {
        if (state.jobName().isEmpty() || !isThere(state.jobName(), aws)) {
            return false;
        }
        if (flaw != Flaw.NOT_STOPPED) {
            Aws.call("stop it", () -> aws.sageMaker().stopTrainingJob(r -> r.trainingJobName(state.jobName())));
        }
        return true;
    }

    @Override
    public String describe(State state) {
        return "training";
    }
}
