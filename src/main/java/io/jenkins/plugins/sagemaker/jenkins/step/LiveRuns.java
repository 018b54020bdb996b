package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.sagemaker.operation.OperationRun;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who drives which operation: its step, or after the end of its build {@link Orphans}, and never two at a time. */
@Extension
public final class LiveRuns {

    private final Map<String, OperationRun<?, ?>> runs = new HashMap<>();
    private final Set<String> orphaned = new HashSet<>();

    static LiveRuns get() {
        return ExtensionList.lookupSingleton(LiveRuns.class);
    }

    synchronized void add(OperationOwner<?, ?> owner, OperationRun<?, ?> run) {
        runs.put(key(owner), run);
    }

    /**
     * For an operation whose build has ended. A step that is still at it, since its build was killed, lets go.
     *
     * @return whether nobody has taken it over before
     */
    synchronized boolean takeOver(OperationOwner<?, ?> owner, OperationRun<?, ?> run) {
        if (!orphaned.add(key(owner))) {
            return false;
        }
        OperationRun<?, ?> ofStep = runs.put(key(owner), run);
        if (ofStep != null) {
            ofStep.close();
        }
        return true;
    }

    /** It has reached its end. */
    synchronized void remove(OperationOwner<?, ?> owner) {
        runs.remove(key(owner));
        orphaned.remove(key(owner));
    }

    private static String key(OperationOwner<?, ?> owner) {
        return owner.build() + " " + owner.node();
    }
}
