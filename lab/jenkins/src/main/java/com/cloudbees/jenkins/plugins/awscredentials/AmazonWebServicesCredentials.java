package com.cloudbees.jenkins.plugins.awscredentials;

import com.cloudbees.plugins.credentials.CredentialsNameProvider;
import com.cloudbees.plugins.credentials.NameWith;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.Util;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Credentials for AWS. The real interface also has the methods of version 1 of the SDK; nobody should call or implement those. */
@NameWith(value = AmazonWebServicesCredentials.NameProvider.class, priority = 1)
public interface AmazonWebServicesCredentials extends StandardCredentials, AwsCredentialsProvider {
    String getDisplayName();

    AwsCredentials resolveCredentials(String mfaToken);

    /** The access key's id and the description. */
    class NameProvider extends CredentialsNameProvider<AmazonWebServicesCredentials> {
        @Override
        public String getName(AmazonWebServicesCredentials c) {
            String description = Util.fixEmptyAndTrim(c.getDescription());
            return c.getDisplayName() + (description == null ? "" : " (" + description + ")");
        }
    }
}
