package com.cloudbees.plugins.credentials;

import java.io.Serial;

/** Credentials with a scope. */
public class BaseCredentials implements Credentials {
    @Serial
    private static final long serialVersionUID = 1L;

    private final CredentialsScope scope;

    public BaseCredentials() {
        this(null);
    }

    public BaseCredentials(CredentialsScope scope) {
        this.scope = scope;
    }

    @Override
    public CredentialsScope getScope() {
        return scope;
    }
}
