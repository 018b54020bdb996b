package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.FakeLogs;
import io.jenkins.plugins.sagemaker.aws.Gate;
import io.jenkins.plugins.sagemaker.aws.Hyperlink;
import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.deployment.FakeAws;
import io.jenkins.plugins.sagemaker.operation.End;
import io.jenkins.plugins.sagemaker.operation.Journal;
import io.jenkins.plugins.sagemaker.operation.OperationRun;
import io.jenkins.plugins.sagemaker.operation.OperationRun.Limits;
import io.jenkins.plugins.sagemaker.operation.VirtualScheduler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/** A build that trains, on controllers that come and go, in virtual time. Its journal goes through serialization. */
final class TrainingBuild implements Journal, OperationRun.Host {

    final VirtualScheduler scheduler = new VirtualScheduler();
    final Gate gate = new Gate();
    final FakeLogs logs = new FakeLogs(gate, scheduler::now);
    final FakeSageMaker sageMaker = new FakeSageMaker(gate, scheduler::now, logs);
    final List<String> log = new ArrayList<>();
    final List<End> ends = new ArrayList<>();
    Limits limits = new Limits(null, false);
    OperationRun<Aws, TrainingState> run;

    private final TrainingOperation operation;
    private byte[] journal;
    private final FakeAws aws = new FakeAws() {
        @Override
        public SageMakerClient sageMaker() {
            return sageMaker;
        }

        @Override
        public CloudWatchLogsClient logs() {
            return logs;
        }

        @Override
        public Workspace workspace() {
            return workspace;
        }

        @Override
        public Clock clock() {
            return scheduler.clock();
        }
    };
    Workspace workspace;

    TrainingBuild(TrainingRequest request) {
        this(request, TrainingPolicy.DEFAULT);
    }

    TrainingBuild(TrainingRequest request, TrainingPolicy policy) {
        operation = new TrainingOperation(request, policy);
    }

    TrainingBuild start() {
        newRun().start();
        return this;
    }

    /** The controller comes back. */
    TrainingBuild resume() {
        newRun().resume(null);
        return this;
    }

    /** The controller dies with all that it was about to do. */
    void die() {
        run.close();
        scheduler.forgetEverything();
    }

    TrainingBuild pass(Duration time) {
        scheduler.run(time);
        return this;
    }

    End end() {
        scheduler.run(Duration.ofDays(1));
        return ends.get(0);
    }

    TrainingResult result() {
        return (TrainingResult) ((End.Succeeded) end()).result();
    }

    String failure() {
        return ((End.Failed) end()).reason();
    }

    private OperationRun<Aws, TrainingState> newRun() {
        run = new OperationRun<>(operation, this, scheduler, () -> aws, this, limits);
        return run;
    }

    @Override
    public void write(Entry entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(entry);
        }
        journal = bytes.toByteArray();
    }

    @Override
    public Optional<Entry> read() throws IOException {
        if (journal == null) {
            return Optional.empty();
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(journal))) {
            return Optional.of((Entry) in.readObject());
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }

    int journalBytes() {
        return journal.length;
    }

    @Override
    public void saved(Entry entry) {
        // the journal is enough
    }

    @Override
    public void print(List<String> lines) {
        lines.forEach(line -> log.add(Hyperlink.plain(line)));
    }

    @Override
    public long printed() {
        return log.size();
    }

    @Override
    public void ended(End end) {
        ends.add(end);
    }
}
