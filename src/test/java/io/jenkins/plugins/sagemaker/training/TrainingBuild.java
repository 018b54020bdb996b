package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.FakeLogs;
import io.jenkins.plugins.sagemaker.aws.Gate;
import io.jenkins.plugins.sagemaker.aws.Hyperlink;
import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.deployment.FakeAws;
import io.jenkins.plugins.sagemaker.operation.VirtualBuild;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/** A build that trains. */
final class TrainingBuild extends VirtualBuild<Aws, TrainingState, TrainingResult> {

    final Gate gate = new Gate();
    final FakeLogs logs = new FakeLogs(gate, scheduler::now);
    final FakeSageMaker sageMaker = new FakeSageMaker(gate, scheduler::now, logs);
    Workspace workspace;

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

    TrainingBuild(TrainingRequest request) {
        this(request, TrainingPolicy.DEFAULT);
    }

    TrainingBuild(TrainingRequest request, TrainingPolicy policy) {
        super(new TrainingOperation(request, policy));
    }

    @Override
    protected Aws connect() {
        return aws;
    }

    @Override
    public void print(List<String> lines) {
        super.print(lines.stream().map(Hyperlink::plain).toList());
    }
}
