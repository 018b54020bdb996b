package org.jenkinsci.plugins.plaincredentials;

import com.cloudbees.plugins.credentials.CredentialsNameProvider;
import com.cloudbees.plugins.credentials.NameWith;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.Util;
import hudson.util.Secret;

/** A secret text. */
@NameWith(StringCredentials.NameProvider.class)
public interface StringCredentials extends StandardCredentials {
    Secret getSecret();

    /** The description, or else the id. */
    class NameProvider extends CredentialsNameProvider<StringCredentials> {
        @Override
        public String getName(StringCredentials c) {
            String description = Util.fixEmptyAndTrim(c.getDescription());
            return description == null ? c.getId() : description;
        }
    }
}
