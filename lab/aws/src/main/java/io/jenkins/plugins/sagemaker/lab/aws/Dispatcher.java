package io.jenkins.plugins.sagemaker.lab.aws;

/**
 * How one local service calls another, without HTTP and without faults: CloudFormation creates a SageMaker endpoint
 * through the same {@code CreateEndpoint} that a client would call, with the same validation.
 */
@FunctionalInterface
public interface Dispatcher {

    Reply dispatch(Call call) throws AwsError;
}
