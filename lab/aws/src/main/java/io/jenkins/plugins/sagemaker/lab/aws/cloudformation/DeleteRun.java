package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The deletion of a stack. */
final class DeleteRun extends StackRun {

    private final Set<String> retained;

    /** @param retained logical ids of resources to be left alone */
    DeleteRun(StackRegion region, Stack stack, Set<String> retained) {
        super(region, stack);
        this.retained = retained;
    }

    @Override
    void start() {
        StackRun present = stack.run;
        boolean creating = stack.status == StackStatus.CREATE_IN_PROGRESS && present != null;
        stack.run = this;
        status(StackStatus.DELETE_IN_PROGRESS, USER_INITIATED);
        if (creating) {
            present.abandon(this::deleteAll);
        } else {
            deleteAll();
        }
    }

    private void deleteAll() {
        List<StackResource> left = new ArrayList<>(stack.resources.values());
        left.removeIf(resource ->
                resource.status == ResourceStatus.DELETE_COMPLETE || resource.status == ResourceStatus.DELETE_SKIPPED);
        Collections.reverse(left);
        delete(left, this::isRetained, stack.input, failed -> {
            if (failed.isEmpty()) {
                stack.deleted = region.timeline.now();
                stack.imports.clear();
                finish(StackStatus.DELETE_COMPLETE, null);
            } else {
                finish(StackStatus.DELETE_FAILED, failures(failed));
            }
        });
    }

    private boolean isRetained(StackResource resource) {
        return retained.contains(resource.logicalId) || resource.deletionPolicy.startsWith("Retain");
    }
}
