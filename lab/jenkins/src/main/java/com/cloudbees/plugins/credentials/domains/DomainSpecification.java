package com.cloudbees.plugins.credentials.domains;

import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;
import java.io.Serial;
import java.io.Serializable;

/** What credentials are good for; the stand-in does not test it. */
public abstract class DomainSpecification extends AbstractDescribableImpl<DomainSpecification>
        implements ExtensionPoint, Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    public DomainSpecification() {}
}
