package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.time.Duration;
import java.util.Map;

/**
 * The common course of resources whose service makes them at once: make, configure, done; each step in the time that CloudFormation takes for
 * it. The physical id is known before anything is configured, so that a rollback finds what a failure leaves behind.
 */
abstract class ServiceHandler implements ResourceHandler {

    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final String MADE = "made";

    private final String service;
    private final Duration createTime;

    /**
     * @param service as reasons of failures name it: {@code S3}, {@code Iam}
     * @param createTime how long CloudFormation takes to report a new one as complete
     */
    ServiceHandler(String service, Duration createTime) {
        this.service = service;
        this.createTime = createTime;
    }

    /** Makes the bare resource and answers its physical id. */
    abstract String make(ResourceRequest request) throws AwsError, HandlerFailure;

    /** Brings a resource that is there to the wanted properties; of a new one, the previous properties are empty. */
    abstract void configure(ResourceRequest request) throws AwsError, HandlerFailure;

    /** Deletes the resource. */
    abstract void remove(ResourceRequest request) throws AwsError, HandlerFailure;

    /** What Fn::GetAtt answers. */
    abstract Map<String, Object> attributes(ResourceRequest request) throws AwsError, HandlerFailure;

    @Override
    public final Progress create(ResourceRequest request) throws HandlerFailure {
        try {
            if (request.stage() == null) {
                return new Progress.Again(make(request), createTime, MADE);
            }
            configure(request);
            return new Progress.Done(request.physicalId(), attributes(request));
        } catch (AwsError e) {
            throw HandlerFailure.of(service, e);
        }
    }

    @Override
    public final Progress update(ResourceRequest request) throws HandlerFailure {
        try {
            if (request.stage() == null) {
                configure(request);
                return new Progress.Again(request.physicalId(), MOMENT, MADE);
            }
            return new Progress.Done(request.physicalId(), attributes(request));
        } catch (AwsError e) {
            throw HandlerFailure.of(service, e);
        }
    }

    @Override
    public final Progress delete(ResourceRequest request) throws HandlerFailure {
        if (request.stage() != null) {
            return new Progress.Done(request.physicalId(), Map.of());
        }
        try {
            remove(request);
        } catch (AwsError e) {
            if (!isGone(e)) {
                throw HandlerFailure.of(service, e);
            }
        }
        return new Progress.Again(request.physicalId(), MOMENT, MADE);
    }

    /** Whether a service says that there is no such thing. SageMaker has no code of its own for it. */
    static boolean isGone(AwsError error) {
        return error.status() == 404
                || error.code().equals("NotFoundException")
                || error.code().equals("ResourceNotFound")
                || error.code().equals("ResourceNotFoundException")
                || error.code().equals("QueueDoesNotExist")
                || String.valueOf(error.getMessage()).startsWith("Could not find");
    }
}
