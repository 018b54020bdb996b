package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.domains.Domain;
import hudson.model.ModelObject;
import hudson.model.Saveable;
import hudson.security.AccessControlled;
import java.io.IOException;
import java.util.List;

/** Where credentials are kept. */
public abstract class CredentialsStore implements AccessControlled, Saveable {
    public CredentialsStore() {}

    public abstract ModelObject getContext();

    public List<Domain> getDomains() {
        return List.of(Domain.global());
    }

    public abstract List<Credentials> getCredentials(Domain domain);

    public abstract boolean addCredentials(Domain domain, Credentials credentials) throws IOException;

    public abstract boolean removeCredentials(Domain domain, Credentials credentials) throws IOException;

    public abstract boolean updateCredentials(Domain domain, Credentials current, Credentials replacement)
            throws IOException;

    @Override
    public void save() throws IOException {}
}
