package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.listeners.ItemListener;
import hudson.model.listeners.RunListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.sagemaker.operation.Journal.Entry;
import io.jenkins.plugins.sagemaker.operation.OperationRun;
import java.io.Serializable;
import java.time.Duration;

/**
 * Looks after operations whose build no longer can: one that crashed under {@code PERFORMANCE_OPTIMIZED}, was killed hard or deleted. What
 * they have running is stopped or left, as their {@code onAbort} says, and the build's log tells so.
 */
final class Orphans {

    /** Until then, builds that can go on have said so. */
    private static final Duration AFTER_START = Duration.ofSeconds(10);

    private Orphans() {}

    /** Begins once all jobs are known; builds that go on are then being resumed. */
    @Extension(ordinal = -1000)
    public static final class AtStart extends ItemListener {
        @Override
        public void onLoaded() {
            OperationPool.get().after(AFTER_START, () -> Journals.all().forEach(Orphans::lookAfter));
        }
    }

    /** A build that has ended needs no journal any more, and must leave nothing running. */
    @Extension
    public static final class AtEnd extends RunListener<Run<?, ?>> {
        @Override
        public void onFinalized(@NonNull Run<?, ?> build) {
            String id = build.getExternalizableId();
            OperationPool.get().after(Duration.ZERO, () -> Journals.of(id).forEach(found -> lookAfter(found, build)));
        }
    }

    /** Each by itself: trouble with one is no trouble of the others. */
    private static void lookAfter(Journals.Found found) {
        OperationPool.get().after(Duration.ZERO, () -> {
            // As the system: a build that this thread may not see is not a build that is gone.
            try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
                Run<?, ?> build = Run.fromExternalizableId(found.owner().build());
                if (build == null || !build.isBuilding()) {
                    lookAfter(found, build);
                }
            }
        });
    }

    private static void lookAfter(Journals.Found found, Run<?, ?> build) {
        if (found.content().entry().end() != null) {
            Journals.delete(found.owner());
        } else {
            stop(found.owner(), found.content().entry(), build);
        }
    }

    /** @param build null if it has been deleted */
    private static <C, S extends Serializable> void stop(OperationOwner<C, S> owner, Entry entry, Run<?, ?> build) {
        var obituary = new Obituary(owner, build, entry);
        var run = new OperationRun<>(
                owner.operation(),
                Journals.of(owner),
                OperationPool.get(),
                () -> owner.surroundings().afterEndOf(build),
                obituary,
                owner.limits());
        if (LiveRuns.get().takeOver(owner, run)) {
            obituary.begin();
            run.resumeAndStop(entry, build == null ? "its build has been deleted" : "the build has ended without it");
        }
    }
}
