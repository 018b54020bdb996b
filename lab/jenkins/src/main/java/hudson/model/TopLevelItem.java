package hudson.model;

import jenkins.model.Jenkins;

/** An item that may lie directly below {@link Jenkins}. */
public interface TopLevelItem extends Item, Describable<TopLevelItem> {
    @Override
    default TopLevelItemDescriptor getDescriptor() {
        return (TopLevelItemDescriptor) Jenkins.get().getDescriptorOrDie(getClass());
    }
}
