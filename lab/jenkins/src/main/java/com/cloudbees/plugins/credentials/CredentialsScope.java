package com.cloudbees.plugins.credentials;

/** Who may use credentials. */
public enum CredentialsScope {
    /** Jenkins itself, but no job. */
    SYSTEM,
    /** Jobs, too. */
    GLOBAL,
    /** Their owner only. */
    USER;

    public String getDisplayName() {
        return name();
    }
}
