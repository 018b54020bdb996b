package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.HandlerFailure;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.Progress;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceHandler;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceRequest;
import java.util.Map;

/** Deletes a resource, or leaves it alone if its policy says so. */
final class DeleteStep extends ResourceStep {

    private final StackResource resource;
    private final boolean retained;

    DeleteStep(StackRegion region, Stack stack, StackResource resource, boolean retained) {
        super(region, stack);
        this.resource = resource;
        this.retained = retained;
    }

    @Override
    ResourceRequest prepare() {
        if (resource.physicalId == null) {
            region.history.resource(stack, resource, ResourceStatus.DELETE_COMPLETE, null);
            return null;
        }
        if (retained) {
            region.history.resource(stack, resource, ResourceStatus.DELETE_SKIPPED, null);
            return null;
        }
        region.history.resource(stack, resource, ResourceStatus.DELETE_IN_PROGRESS, null);
        return request(resource, resource.physicalId, Map.of());
    }

    @Override
    ResourceHandler handler() {
        return region.handlers.of(resource.type);
    }

    @Override
    Progress act(ResourceHandler handler, ResourceRequest next) throws HandlerFailure {
        return handler.delete(next);
    }

    @Override
    void done(Progress.Done done) {
        region.history.resource(stack, resource, ResourceStatus.DELETE_COMPLETE, null);
    }

    @Override
    public void failed(String reason) {
        region.history.resource(stack, resource, ResourceStatus.DELETE_FAILED, reason);
    }

    @Override
    public void cancelled() {
        failed("Resource deletion cancelled");
    }
}
