package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.TemplateException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The update of a stack, with its cleanup and its rollback. */
final class UpdateRun extends StackRun {

    private final StackInput wanted;
    private final StackInput before;
    private final List<StackOutput> outputsBefore;
    private final boolean rollsBack;
    private final Map<String, StackResource> resourcesBefore = new LinkedHashMap<>();
    /** What the update made and its rollback deletes at the end. */
    private final Map<String, StackResource> made = new LinkedHashMap<>();

    private boolean cancelled;

    /** @param rollsBack false to leave a failed update as it is */
    UpdateRun(StackRegion region, Stack stack, StackInput wanted, boolean rollsBack) {
        super(region, stack);
        this.wanted = wanted;
        this.before = stack.input;
        this.outputsBefore = stack.outputs;
        this.rollsBack = rollsBack;
        stack.resources.forEach((id, resource) -> resourcesBefore.put(id, resource.copy()));
    }

    @Override
    void start() {
        stack.run = this;
        stack.input = wanted;
        stack.updated = region.timeline.now();
        status(StackStatus.UPDATE_IN_PROGRESS, USER_INITIATED);
        apply(this::applied);
    }

    /** Begins the rollback that a user wants. */
    void cancel() {
        cancelled = true;
        status(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, USER_INITIATED);
        stopWave();
    }

    private void applied(List<String> failed) {
        if (cancelled) {
            restore(Set.of());
            return;
        }
        if (!failed.isEmpty()) {
            fail(failures(failed));
            return;
        }
        try {
            stack.outputs = Outputs.of(lookup);
            stack.imports.clear();
            stack.imports.addAll(lookup.usedImports());
        } catch (TemplateException e) {
            fail(e.getMessage());
            return;
        }
        status(StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, null);
        cleanUp();
    }

    private void fail(String reason) {
        if (rollsBack) {
            status(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, reason);
            restore(Set.of());
        } else {
            finish(StackStatus.UPDATE_FAILED, reason.strip());
        }
    }

    private void cleanUp() {
        Set<String> kept = graph(wanted).keySet();
        List<StackResource> surplus = new ArrayList<>(trace.replaced().values());
        for (StackResource resource : List.copyOf(stack.resources.values())) {
            if (!kept.contains(resource.logicalId)) {
                stack.resources.remove(resource.logicalId);
                surplus.add(resource);
            }
        }
        delete(
                surplus,
                resource -> policy(resource, kept).startsWith("Retain"),
                before,
                failed -> finish(
                        StackStatus.UPDATE_COMPLETE,
                        failed.isEmpty() ? null : "Update successful. One or more resources could not be deleted."));
    }

    private static String policy(StackResource resource, Set<String> kept) {
        return kept.contains(resource.logicalId) ? resource.updateReplacePolicy : resource.deletionPolicy;
    }

    @Override
    void rollBack() {
        stack.run = this;
        continueRollback(Set.of());
    }

    /** Tries a rollback that failed once more. */
    void continueRollback(Set<String> skipped) {
        status(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, USER_INITIATED);
        restore(skipped);
    }

    /** Brings back what the update changed and has not been brought back yet. */
    private void restore(Set<String> skipped) {
        Map<String, RestoreStep> steps = new LinkedHashMap<>();
        Map<String, StackResource> news = new LinkedHashMap<>();
        trace.replaced().forEach((id, old) -> {
            StackResource present = stack.resources.get(id);
            if (present.physicalId != null && !present.physicalId.equals(old.physicalId)) {
                news.put(id, present.copy());
            }
        });
        for (String id : trace.touched()) {
            if (skipped.contains(id)) {
                stack.resources.get(id).restore(resourcesBefore.get(id));
                region.history.resource(
                        stack, stack.resources.get(id), ResourceStatus.UPDATE_COMPLETE, "Resource skipped");
            } else {
                boolean wasReplaced = trace.replaced().containsKey(id);
                steps.put(id, new RestoreStep(region, stack, resourcesBefore.get(id), wasReplaced));
            }
        }
        begin(new Wave(region, region.timeline, steps, graph(before), false, failed -> restored(failed, news)));
    }

    private void restored(List<String> failed, Map<String, StackResource> news) {
        made.putAll(news);
        trace.touched().removeIf(id -> stack.resources.get(id).status == ResourceStatus.UPDATE_COMPLETE);
        if (!failed.isEmpty()) {
            status(StackStatus.UPDATE_ROLLBACK_FAILED, failures(failed).strip());
            return;
        }
        stack.input = before;
        stack.outputs = outputsBefore;
        status(StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, null);
        for (StackResource resource : List.copyOf(stack.resources.values())) {
            if (!resourcesBefore.containsKey(resource.logicalId)) {
                stack.resources.remove(resource.logicalId);
                made.put(resource.logicalId, resource);
            }
        }
        delete(
                made.values(),
                resource -> resource.deletionPolicy.equals("Retain"),
                wanted,
                undeleted -> finish(StackStatus.UPDATE_ROLLBACK_COMPLETE, null));
    }
}
