package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.TemplateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The creation of a stack, with its rollback. */
final class CreateRun extends StackRun {

    private Timeline.Cancellable timeout = () -> {};
    private boolean timedOut;
    private Runnable afterwards;

    CreateRun(StackRegion region, Stack stack) {
        super(region, stack);
    }

    @Override
    void start() {
        stack.run = this;
        status(StackStatus.CREATE_IN_PROGRESS, USER_INITIATED);
        if (stack.timeoutMinutes != null) {
            timeout = region.timeline.after(Duration.ofMinutes(stack.timeoutMinutes), this::timeOut);
        }
        apply(this::applied);
    }

    private void timeOut() {
        synchronized (region) {
            if (stack.run == this && stack.status == StackStatus.CREATE_IN_PROGRESS) {
                timedOut = true;
                stopWave();
            }
        }
    }

    @Override
    void abandon(Runnable then) {
        afterwards = then;
        stopWave();
    }

    private void applied(List<String> failed) {
        timeout.cancel();
        if (afterwards != null) {
            afterwards.run();
            return;
        }
        if (timedOut) {
            fail("Stack creation exceeded its timeout of " + stack.timeoutMinutes + " minutes. ");
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
            finish(StackStatus.CREATE_COMPLETE, null);
        } catch (TemplateException e) {
            fail(e.getMessage() + ". ");
        }
    }

    private void fail(String reason) {
        switch (stack.onFailure) {
            case DO_NOTHING -> finish(StackStatus.CREATE_FAILED, reason.strip());
            case ROLLBACK -> rollBack(reason + "Rollback requested by user.");
            case DELETE -> {
                status(StackStatus.DELETE_IN_PROGRESS, reason + "Delete requested by user.");
                undo(StackStatus.DELETE_COMPLETE, StackStatus.DELETE_FAILED);
            }
        }
    }

    @Override
    void rollBack() {
        stack.run = this;
        rollBack(USER_INITIATED);
    }

    private void rollBack(String reason) {
        status(StackStatus.ROLLBACK_IN_PROGRESS, reason);
        undo(StackStatus.ROLLBACK_COMPLETE, StackStatus.ROLLBACK_FAILED);
    }

    private void undo(StackStatus complete, StackStatus incomplete) {
        List<StackResource> made = new ArrayList<>(stack.resources.values());
        Collections.reverse(made);
        delete(made, resource -> resource.deletionPolicy.equals("Retain"), stack.input, failed -> {
            if (!failed.isEmpty()) {
                finish(incomplete, failures(failed).strip());
                return;
            }
            if (complete == StackStatus.DELETE_COMPLETE) {
                stack.deleted = region.timeline.now();
            }
            finish(complete, null);
        });
    }
}
