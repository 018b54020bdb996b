package hudson.model;

import hudson.ExtensionList;
import java.util.ArrayList;
import java.util.Collection;

/** Describes a {@link JobProperty}. */
public abstract class JobPropertyDescriptor extends Descriptor<JobProperty<?>> {
    protected JobPropertyDescriptor(Class<? extends JobProperty<?>> clazz) {
        super(clazz);
    }

    protected JobPropertyDescriptor() {}

    public boolean isApplicable(Class<? extends Job> jobType) {
        return true;
    }

    public static Collection<JobPropertyDescriptor> all() {
        return new ArrayList<>(ExtensionList.lookup(JobPropertyDescriptor.class));
    }
}
