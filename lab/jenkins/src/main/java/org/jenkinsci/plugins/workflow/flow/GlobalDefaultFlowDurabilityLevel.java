package org.jenkinsci.plugins.workflow.flow;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;

/** The durability of builds whose job says nothing. */
public class GlobalDefaultFlowDurabilityLevel extends AbstractDescribableImpl<GlobalDefaultFlowDurabilityLevel> {

    static final FlowDurabilityHint SUGGESTED_DURABILITY_HINT = FlowDurabilityHint.MAX_SURVIVABILITY;

    public static FlowDurabilityHint getDefaultDurabilityHint() {
        var descriptors = ExtensionList.lookup(DescriptorImpl.class);
        var hint = descriptors.isEmpty() ? null : descriptors.get(0).getDurabilityHint();
        return hint == null ? SUGGESTED_DURABILITY_HINT : hint;
    }

    /** Holds the setting. */
    @Extension
    public static class DescriptorImpl extends Descriptor<GlobalDefaultFlowDurabilityLevel> {

        private FlowDurabilityHint durabilityHint;

        public DescriptorImpl() {
            load();
        }

        public FlowDurabilityHint getDurabilityHint() {
            return durabilityHint;
        }

        public void setDurabilityHint(FlowDurabilityHint hint) {
            this.durabilityHint = hint;
            save();
        }

        @Override
        public @NonNull String getDisplayName() {
            return "Global Default Pipeline Durability Level";
        }
    }
}
