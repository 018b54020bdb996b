package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.CredentialsNameProvider;
import com.cloudbees.plugins.credentials.NameWith;
import hudson.Util;

/** Credentials with an id, a description and a user's name. */
@NameWith(StandardUsernameCredentials.NameProvider.class)
public interface StandardUsernameCredentials extends StandardCredentials, UsernameCredentials {
    /** The user's name, unless that is a secret, and the description. */
    class NameProvider extends CredentialsNameProvider<StandardUsernameCredentials> {
        @Override
        public String getName(StandardUsernameCredentials c) {
            String description = Util.fixEmptyAndTrim(c.getDescription());
            String user = c.isUsernameSecret() ? c.getId() : c.getUsername();
            return user + "/******" + (description == null ? "" : " (" + description + ")");
        }
    }
}
