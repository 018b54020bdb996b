package org.jenkinsci.plugins.credentialsbinding.impl;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
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

/** {@code usernamePassword}: a name and a password in two variables. */
public class UsernamePasswordMultiBinding extends MultiBinding<StandardUsernamePasswordCredentials> {

    private final String usernameVariable;
    private final String passwordVariable;

    @DataBoundConstructor
    public UsernamePasswordMultiBinding(String usernameVariable, String passwordVariable, String credentialsId) {
        super(credentialsId);
        this.usernameVariable = usernameVariable;
        this.passwordVariable = passwordVariable;
    }

    public String getUsernameVariable() {
        return usernameVariable;
    }

    public String getPasswordVariable() {
        return passwordVariable;
    }

    @Override
    protected Class<StandardUsernamePasswordCredentials> type() {
        return StandardUsernamePasswordCredentials.class;
    }

    @Override
    public Set<String> variables(Run<?, ?> build) throws CredentialNotFoundException {
        return getCredentials(build).isUsernameSecret()
                ? Set.of(usernameVariable, passwordVariable)
                : Set.of(passwordVariable);
    }

    @Override
    public MultiEnvironment bind(Run<?, ?> build, FilePath workspace, Launcher launcher, TaskListener listener)
            throws IOException, InterruptedException {
        StandardUsernamePasswordCredentials credentials = getCredentials(build);
        Map<String, String> secret = new LinkedHashMap<>();
        Map<String, String> open = new LinkedHashMap<>();
        (credentials.isUsernameSecret() ? secret : open).put(usernameVariable, credentials.getUsername());
        secret.put(passwordVariable, credentials.getPassword().getPlainText());
        return new MultiEnvironment(secret, open);
    }

    /** The kind of binding. */
    @Symbol("usernamePassword")
    @Extension
    public static class DescriptorImpl extends BindingDescriptor<StandardUsernamePasswordCredentials> {
        @Override
        protected Class<StandardUsernamePasswordCredentials> type() {
            return StandardUsernamePasswordCredentials.class;
        }

        @Override
        public String getDisplayName() {
            return "Username and password (separated)";
        }

        @Override
        public boolean requiresWorkspace() {
            return false;
        }
    }
}
