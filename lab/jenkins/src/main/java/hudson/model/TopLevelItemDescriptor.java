package hudson.model;

import hudson.DescriptorExtensionList;
import hudson.ExtensionPoint;
import jenkins.model.Jenkins;

/** A kind of top-level item. */
public abstract class TopLevelItemDescriptor extends Descriptor<TopLevelItem> implements ExtensionPoint {
    protected TopLevelItemDescriptor() {}

    protected TopLevelItemDescriptor(Class<? extends TopLevelItem> clazz) {
        super(clazz);
    }

    public boolean isApplicableIn(ItemGroup parent) {
        return true;
    }

    public abstract TopLevelItem newInstance(ItemGroup parent, String name);

    public static DescriptorExtensionList<TopLevelItem, TopLevelItemDescriptor> all() {
        return Jenkins.get().getDescriptorList(TopLevelItem.class);
    }
}
