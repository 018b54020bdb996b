package com.cloudbees.plugins.credentials.domains;

import hudson.ExtensionPoint;
import java.io.Serial;
import java.io.Serializable;

/** What credentials are needed for. */
public abstract class DomainRequirement implements ExtensionPoint, Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    public DomainRequirement() {}
}
