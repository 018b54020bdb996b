package org.jenkinsci.plugins.credentialsbinding.impl;

import hudson.AbortException;

/** A credential is not there, or of another kind. */
public final class CredentialNotFoundException extends AbortException {

    private static final long serialVersionUID = 1L;

    public CredentialNotFoundException(String message) {
        super(message);
    }
}
