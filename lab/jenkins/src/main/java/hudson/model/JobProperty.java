package hudson.model;

import hudson.ExtensionPoint;
import java.util.Collection;
import java.util.List;
import jenkins.model.Jenkins;

/** A part of a job's configuration. */
public abstract class JobProperty<J extends Job<?, ?>>
        implements ReconfigurableDescribable<JobProperty<?>>, ExtensionPoint {
    protected transient J owner;

    protected JobProperty() {}

    protected void setOwner(J owner) {
        this.owner = owner;
    }

    @Override
    public JobPropertyDescriptor getDescriptor() {
        return (JobPropertyDescriptor) Jenkins.get().getDescriptorOrDie(getClass());
    }

    public Collection<? extends Action> getJobActions(J job) {
        return List.of();
    }
}
