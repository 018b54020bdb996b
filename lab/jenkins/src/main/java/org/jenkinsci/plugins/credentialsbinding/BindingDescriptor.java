package org.jenkinsci.plugins.credentialsbinding;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.model.Descriptor;

/** A kind of binding. */
public abstract class BindingDescriptor<C extends StandardCredentials> extends Descriptor<MultiBinding<C>> {

    protected abstract Class<C> type();

    /** Whether the binding writes a file, and so needs a {@code node}. */
    public boolean requiresWorkspace() {
        return true;
    }
}
