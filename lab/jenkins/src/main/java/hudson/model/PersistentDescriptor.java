package hudson.model;

import jenkins.model.Loadable;

/** A descriptor that is read from disk as soon as it is made. */
public interface PersistentDescriptor extends Loadable, Saveable {
    @Override
    void load();
}
