package org.jenkinsci.plugins.workflow.flow;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Item;
import java.util.Comparator;

/** Suggests a durability for the builds of a job; the lowest ordinal that suggests something wins. */
public interface DurabilityHintProvider extends ExtensionPoint {

    int ordinal();

    @CheckForNull
    FlowDurabilityHint suggestFor(@NonNull Item x);

    /** The hint for a new build of that job: its own, or else the global default. */
    static @NonNull FlowDurabilityHint suggestedFor(@NonNull Item x) {
        return ExtensionList.lookup(DurabilityHintProvider.class).stream()
                .sorted(Comparator.comparingInt(DurabilityHintProvider::ordinal))
                .map(provider -> provider.suggestFor(x))
                .filter(hint -> hint != null)
                .findFirst()
                .orElseGet(GlobalDefaultFlowDurabilityLevel::getDefaultDurabilityHint);
    }
}
