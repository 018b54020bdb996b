package com.cloudbees.plugins.credentials.impl;

import com.cloudbees.plugins.credentials.BaseCredentials;
import com.cloudbees.plugins.credentials.CredentialsDescriptor;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.Util;
import java.io.Serial;
import java.util.UUID;

/** Credentials with an id, made up if not given, and a description. */
public abstract class BaseStandardCredentials extends BaseCredentials implements StandardCredentials {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String id;
    private final String description;

    public BaseStandardCredentials(String id, String description) {
        this(null, id, description);
    }

    public BaseStandardCredentials(CredentialsScope scope, String id, String description) {
        super(scope);
        this.id = Util.fixEmptyAndTrim(id) == null ? UUID.randomUUID().toString() : id;
        this.description = Util.fixNull(description);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public final boolean equals(Object o) {
        return o instanceof BaseStandardCredentials that && id.equals(that.id);
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }

    /** Describes them. */
    protected abstract static class BaseStandardCredentialsDescriptor extends CredentialsDescriptor {
        protected BaseStandardCredentialsDescriptor() {}
    }
}
