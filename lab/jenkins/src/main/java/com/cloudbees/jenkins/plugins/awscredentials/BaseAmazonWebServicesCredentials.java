package com.cloudbees.jenkins.plugins.awscredentials;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.BaseStandardCredentials;
import java.io.Serial;

/** Credentials for AWS with an id and a description. */
public abstract class BaseAmazonWebServicesCredentials extends BaseStandardCredentials
        implements AmazonWebServicesCredentials {
    @Serial
    private static final long serialVersionUID = 1L;

    public BaseAmazonWebServicesCredentials(CredentialsScope scope, String id, String description) {
        super(scope, id, description);
    }
}
