package com.cloudbees.plugins.credentials;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Run;
import java.io.Serializable;
import jenkins.model.Jenkins;

/** Something to sign in with. */
public interface Credentials extends Describable<Credentials>, Serializable, ExtensionPoint {
    CredentialsScope getScope();

    /** The same for a build that may need its own form of it. */
    default Credentials forRun(Run<?, ?> context) {
        return this;
    }

    @Override
    default CredentialsDescriptor getDescriptor() {
        return (CredentialsDescriptor) Jenkins.get().getDescriptorOrDie(getClass());
    }
}
