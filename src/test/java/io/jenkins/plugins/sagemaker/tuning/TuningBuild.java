package io.jenkins.plugins.sagemaker.tuning;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.Gate;
import io.jenkins.plugins.sagemaker.deployment.FakeAws;
import io.jenkins.plugins.sagemaker.operation.VirtualBuild;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/** A build that tunes. */
final class TuningBuild extends VirtualBuild<Aws, TuningState, TuningResult> {

    final Gate gate = new Gate();
    final FakeTuning sageMaker = new FakeTuning(gate, scheduler::now);

    private final FakeAws aws = new FakeAws() {
        @Override
        public SageMakerClient sageMaker() {
            return sageMaker;
        }
    };

    TuningBuild(TuningRequest request) {
        super(new TuningOperation(request));
    }

    @Override
    protected Aws connect() {
        return aws;
    }
}
