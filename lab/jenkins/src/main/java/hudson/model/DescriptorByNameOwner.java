package hudson.model;

import jenkins.model.Jenkins;

/** Below whose address descriptors are reached. */
public interface DescriptorByNameOwner extends ModelObject {
    default Descriptor getDescriptorByName(String id) {
        return Jenkins.get().getDescriptorByName(id);
    }
}
