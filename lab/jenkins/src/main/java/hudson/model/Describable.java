package hudson.model;

import jenkins.model.Jenkins;

/** Something that a user configures, described by a {@link Descriptor}. */
public interface Describable<T extends Describable<T>> {
    @SuppressWarnings("unchecked")
    default Descriptor<T> getDescriptor() {
        return Jenkins.get().getDescriptorOrDie(getClass());
    }
}
