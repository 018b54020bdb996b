package com.cloudbees.plugins.credentials;

import hudson.model.Descriptor;
import org.jenkins.ui.icon.IconSpec;

/** Describes a kind of credentials. */
public abstract class CredentialsDescriptor extends Descriptor<Credentials> implements IconSpec {
    protected CredentialsDescriptor() {}

    protected CredentialsDescriptor(Class<? extends Credentials> clazz) {
        super(clazz);
    }

    @Override
    public String getIconClassName() {
        return "symbol-credentials plugin-credentials";
    }
}
