package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.HandlerFailure;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.Progress;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceHandler;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceRequest;
import java.util.Map;

/** Brings a resource back to what it was before an update. One that was replaced still exists in its old form and needs only be remembered. */
final class RestoreStep extends ResourceStep {

    private final StackResource before;
    private final boolean wasReplaced;
    private final StackResource resource;

    RestoreStep(StackRegion region, Stack stack, StackResource before, boolean wasReplaced) {
        super(region, stack);
        this.before = before;
        this.wasReplaced = wasReplaced;
        this.resource = stack.resources.get(before.logicalId);
    }

    @Override
    ResourceRequest prepare() {
        Map<String, Object> attempted = resource.properties;
        if (wasReplaced) {
            resource.restore(before);
            region.history.resource(stack, resource, ResourceStatus.UPDATE_COMPLETE, null);
            return null;
        }
        resource.restore(before);
        region.history.resource(stack, resource, ResourceStatus.UPDATE_IN_PROGRESS, null);
        return request(resource, resource.physicalId, attempted);
    }

    @Override
    ResourceHandler handler() {
        return region.handlers.of(resource.type);
    }

    @Override
    Progress act(ResourceHandler handler, ResourceRequest next) throws HandlerFailure {
        return handler.update(next);
    }

    @Override
    void done(Progress.Done done) {
        resource.attributes = done.attributes();
        region.history.resource(stack, resource, ResourceStatus.UPDATE_COMPLETE, null);
    }

    @Override
    public void failed(String reason) {
        region.history.resource(stack, resource, ResourceStatus.UPDATE_FAILED, reason);
    }

    @Override
    public void cancelled() {
        failed("Resource update cancelled");
    }
}
