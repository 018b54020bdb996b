package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.listeners.ItemListener;
import hudson.model.listeners.RunListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.sagemaker.operation.End;
import io.jenkins.plugins.sagemaker.operation.Journal.Entry;
import io.jenkins.plugins.sagemaker.operation.OperationRun;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;

/**
 * Looks after operations whose build no longer can: one that crashed under {@code PERFORMANCE_OPTIMIZED}, was killed hard or deleted. What
 * they have running is stopped or left, as their {@code onAbort} says, and the build's log tells so.
 */
final class Orphans {

    private static final Logger LOGGER = Logger.getLogger(Orphans.class.getName());

    /** Until then, builds that can go on have said so. */
    private static final Duration AFTER_START = Duration.ofSeconds(10);

    private Orphans() {}

    /** Begins once all jobs are known; builds that go on are then being resumed. */
    @Extension(ordinal = -1000)
    public static final class AtStart extends ItemListener {
        @Override
        public void onLoaded() {
            OperationPool.get().after(AFTER_START, Orphans::lookAfterAll);
        }
    }

    /** A build that has ended needs no journal any more, and must leave nothing running. */
    @Extension
    public static final class AtEnd extends RunListener<Run<?, ?>> {
        @Override
        public void onFinalized(@NonNull Run<?, ?> build) {
            String id = build.getExternalizableId();
            OperationPool.get()
                    .after(
                            Duration.ZERO,
                            () -> Journals.all().stream()
                                    .filter(found -> found.owner().build().equals(id))
                                    .forEach(found -> lookAfter(found, build)));
        }
    }

    private static void lookAfterAll() {
        // As the system: a build that this thread may not see is not a build that is gone.
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            for (Journals.Found found : Journals.all()) {
                Run<?, ?> build = Run.fromExternalizableId(found.owner().build());
                if (build == null || !build.isBuilding()) {
                    lookAfter(found, build);
                }
            }
        }
    }

    private static void lookAfter(Journals.Found found, Run<?, ?> build) {
        if (found.content().entry().end() != null) {
            Journals.delete(found.owner());
        } else {
            stop(found.owner(), found.content().entry(), build);
        }
    }

    private static <C, S extends Serializable> void stop(OperationOwner<C, S> owner, Entry entry, Run<?, ?> build) {
        LOGGER.log(Level.WARNING, "{0} of {1} has outlived its build", new Object[] {
            owner.operation().name(), owner.build()
        });
        var run = new OperationRun<>(
                owner.operation(),
                Journals.of(owner),
                OperationPool.get(),
                () -> connect(owner, build),
                new Obituary(owner, build),
                owner.limits());
        run.resume(entry);
        run.stop("the build has ended without it");
    }

    private static <C> C connect(OperationOwner<C, ?> owner, Run<?, ?> build)
            throws RemoteException, InterruptedException {
        if (build == null) {
            throw new RemoteException(
                    RemoteException.Kind.INVALID,
                    "",
                    owner.operation().name() + " may still be running: its build " + owner.build()
                            + " has been deleted, and with it the right to use its credentials",
                    null);
        }
        return owner.surroundings().afterEndOf(build);
    }

    /** Tells the log of a build that has ended what became of its operation; the controller's own log if the build is gone. */
    private record Obituary(OperationOwner<?, ?> owner, Run<?, ?> build) implements OperationRun.Host {

        @Override
        public void saved(Entry entry) {}

        @Override
        public void print(List<String> lines) {
            lines.forEach(line -> LOGGER.log(Level.WARNING, "{0}: {1}", new Object[] {owner.build(), line}));
            if (build instanceof FlowExecutionOwner.Executable flow && flow.asFlowExecutionOwner() != null) {
                try {
                    var log = flow.asFlowExecutionOwner().getListener().getLogger();
                    lines.forEach(log::println);
                    log.flush();
                } catch (IOException e) {
                    LOGGER.log(Level.WARNING, "cannot print to the log of " + build, e);
                }
            }
        }

        @Override
        public long printed() {
            return Long.MAX_VALUE; // the step's own log is closed, nothing is printed to it again
        }

        @Override
        public void ended(End end) {
            if (end instanceof End.Failed failed) {
                print(List.of(failed.reason()));
            }
            Journals.delete(owner);
        }
    }
}
