package com.cloudbees.plugins.credentials;

import java.io.Serializable;

/** A condition on credentials. */
public interface CredentialsMatcher extends Serializable {
    boolean matches(Credentials item);
}
