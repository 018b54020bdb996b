package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.HandlerFailure;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.Progress;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceHandler;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceRequest;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.TemplateException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The common course of a step: prepare under the lock, call the handler without it, note under the lock what came of it. */
abstract class ResourceStep implements Wave.Step {

    final StackRegion region;
    final Stack stack;
    private ResourceRequest request;

    ResourceStep(StackRegion region, Stack stack) {
        this.region = region;
        this.stack = stack;
    }

    /** The request for the handler, or null if nothing is to be done; called once, under the lock. */
    abstract ResourceRequest prepare() throws HandlerFailure, TemplateException;

    /** The handler of the resource's type. */
    abstract ResourceHandler handler();

    /** Calls the handler. */
    abstract Progress act(ResourceHandler handler, ResourceRequest next) throws HandlerFailure;

    /** Notes the physical id, which a creation learns on its way; called under the lock. */
    void physicalId(String physicalId) {}

    /** Notes that the work is done; called under the lock. */
    abstract void done(Progress.Done done);

    @Override
    public final Optional<Duration> advance() throws HandlerFailure, TemplateException {
        if (request == null) {
            synchronized (region) {
                request = prepare();
            }
            if (request == null) {
                return Optional.empty();
            }
        }
        Progress progress = act(handler(), request);
        synchronized (region) {
            if (progress.physicalId() != null) {
                physicalId(progress.physicalId());
            }
            if (progress instanceof Progress.Again again) {
                request = request.resumed(again);
                return Optional.of(again.delay());
            }
            done((Progress.Done) progress);
            return Optional.empty();
        }
    }

    ResourceRequest request(StackResource resource, String physicalId, Map<String, Object> previous) {
        var owner = new ResourceRequest.Owner(region.account, region.region, stack.id, stack.name);
        return new ResourceRequest(owner, resource.logicalId, physicalId, resource.properties, previous, null);
    }
}
