package jenkins.model;

import hudson.model.Descriptor;

/** Describes a {@link BuildDiscarder}. */
public abstract class BuildDiscarderDescriptor extends Descriptor<BuildDiscarder> {
    protected BuildDiscarderDescriptor(Class clazz) {
        super(clazz);
    }

    protected BuildDiscarderDescriptor() {}
}
