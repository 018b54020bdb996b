package com.cloudbees.jenkins.plugins.awscredentials;

import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.credentialsbinding.BindingDescriptor;
import org.jenkinsci.plugins.credentialsbinding.MultiBinding;
import org.kohsuke.stapler.DataBoundConstructor;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** {@code aws}: an AWS key in the variables that AWS's own tools read. */
public class AmazonWebServicesCredentialsBinding extends MultiBinding<AmazonWebServicesCredentials> {

    private static final String ACCESS_KEY_ID = "AWS_ACCESS_KEY_ID";
    private static final String SECRET_ACCESS_KEY = "AWS_SECRET_ACCESS_KEY";
    private static final String SESSION_TOKEN = "AWS_SESSION_TOKEN";

    @NonNull
    private final String accessKeyVariable;

    @NonNull
    private final String secretKeyVariable;

    @DataBoundConstructor
    public AmazonWebServicesCredentialsBinding(
            @Nullable String accessKeyVariable, @Nullable String secretKeyVariable, String credentialsId) {
        super(credentialsId);
        this.accessKeyVariable = Util.fixEmpty(accessKeyVariable) == null ? ACCESS_KEY_ID : accessKeyVariable;
        this.secretKeyVariable = Util.fixEmpty(secretKeyVariable) == null ? SECRET_ACCESS_KEY : secretKeyVariable;
    }

    @NonNull
    public String getAccessKeyVariable() {
        return accessKeyVariable;
    }

    @NonNull
    public String getSecretKeyVariable() {
        return secretKeyVariable;
    }

    @Override
    protected Class<AmazonWebServicesCredentials> type() {
        return AmazonWebServicesCredentials.class;
    }

    @Override
    public Set<String> variables() {
        return Set.of(accessKeyVariable, secretKeyVariable, SESSION_TOKEN);
    }

    @Override
    public MultiEnvironment bind(Run<?, ?> build, FilePath workspace, Launcher launcher, TaskListener listener)
            throws IOException, InterruptedException {
        AwsCredentials key = getCredentials(build).resolveCredentials();
        Map<String, String> values = new LinkedHashMap<>();
        values.put(accessKeyVariable, key.accessKeyId());
        values.put(secretKeyVariable, key.secretAccessKey());
        if (key instanceof AwsSessionCredentials session) {
            values.put(SESSION_TOKEN, session.sessionToken());
        }
        return new MultiEnvironment(values);
    }

    /** The kind of binding. */
    @Symbol("aws")
    @Extension
    public static class DescriptorImpl extends BindingDescriptor<AmazonWebServicesCredentials> {
        @Override
        protected Class<AmazonWebServicesCredentials> type() {
            return AmazonWebServicesCredentials.class;
        }

        @Override
        public String getDisplayName() {
            return "AWS access key and secret";
        }

        @Override
        public boolean requiresWorkspace() {
            return false;
        }
    }
}
