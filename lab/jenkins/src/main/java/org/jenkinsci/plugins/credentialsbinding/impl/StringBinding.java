package org.jenkinsci.plugins.credentialsbinding.impl;

import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.credentialsbinding.BindingDescriptor;
import org.jenkinsci.plugins.credentialsbinding.MultiBinding;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code string}: a secret text. */
public class StringBinding extends MultiBinding<StringCredentials> {

    private final String variable;

    @DataBoundConstructor
    public StringBinding(String variable, String credentialsId) {
        super(credentialsId);
        this.variable = variable;
    }

    public String getVariable() {
        return variable;
    }

    @Override
    protected Class<StringCredentials> type() {
        return StringCredentials.class;
    }

    @Override
    public Set<String> variables(Run<?, ?> build) {
        return Set.of(variable);
    }

    @Override
    public MultiEnvironment bind(Run<?, ?> build, FilePath workspace, Launcher launcher, TaskListener listener)
            throws IOException, InterruptedException {
        return new MultiEnvironment(
                Map.of(variable, getCredentials(build).getSecret().getPlainText()));
    }

    /** The kind of binding. */
    @Symbol("string")
    @Extension
    public static class DescriptorImpl extends BindingDescriptor<StringCredentials> {
        @Override
        protected Class<StringCredentials> type() {
            return StringCredentials.class;
        }

        @Override
        public String getDisplayName() {
            return "Secret text";
        }

        @Override
        public boolean requiresWorkspace() {
            return false;
        }
    }
}
