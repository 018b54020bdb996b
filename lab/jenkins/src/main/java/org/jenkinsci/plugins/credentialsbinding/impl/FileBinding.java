package org.jenkinsci.plugins.credentialsbinding.impl;

import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.slaves.WorkspaceList;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.credentialsbinding.BindingDescriptor;
import org.jenkinsci.plugins.credentialsbinding.MultiBinding;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code file}: a secret file beside the workspace, deleted at the end of the block. */
public class FileBinding extends MultiBinding<FileCredentials> {

    private static final int OWNER_ONLY = 0400;

    private final String variable;

    @DataBoundConstructor
    public FileBinding(String variable, String credentialsId) {
        super(credentialsId);
        this.variable = variable;
    }

    public String getVariable() {
        return variable;
    }

    @Override
    protected Class<FileCredentials> type() {
        return FileCredentials.class;
    }

    @Override
    public Set<String> variables(Run<?, ?> build) {
        return Set.of(variable);
    }

    @Override
    public MultiEnvironment bind(Run<?, ?> build, FilePath workspace, Launcher launcher, TaskListener listener)
            throws IOException, InterruptedException {
        if (workspace == null) {
            throw new IOException("a secret file needs a workspace to lie in; use it within node");
        }
        FileCredentials credentials = getCredentials(build);
        FilePath folder = WorkspaceList.tempDir(workspace)
                .child("secretFiles")
                .child(UUID.randomUUID().toString());
        folder.mkdirs();
        FilePath file = folder.child(credentials.getFileName());
        file.copyFrom(credentials.getContent());
        file.chmod(OWNER_ONLY);
        return new MultiEnvironment(Map.of(variable, file.getRemote()), new Delete(folder.getName()));
    }

    private static final class Delete implements Unbinder {
        private static final long serialVersionUID = 1L;
        private final String folder;

        Delete(String folder) {
            this.folder = folder;
        }

        @Override
        public void unbind(Run<?, ?> build, FilePath workspace, Launcher launcher, TaskListener listener)
                throws IOException, InterruptedException {
            if (workspace == null) {
                throw new IOException("the workspace of the secret file in " + folder + " is gone");
            }
            WorkspaceList.tempDir(workspace).child("secretFiles").child(folder).deleteRecursive();
        }
    }

    /** The kind of binding. */
    @Symbol("file")
    @Extension
    public static class DescriptorImpl extends BindingDescriptor<FileCredentials> {
        @Override
        protected Class<FileCredentials> type() {
            return FileCredentials.class;
        }

        @Override
        public String getDisplayName() {
            return "Secret file";
        }
    }
}
