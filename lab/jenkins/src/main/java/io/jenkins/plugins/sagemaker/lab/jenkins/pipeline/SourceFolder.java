package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import hudson.model.InvisibleAction;
import java.io.File;

/** Says where the sources of a build lie, which {@code checkout} copies, and where its first {@code node} works. */
public final class SourceFolder extends InvisibleAction {

    private final File folder;
    private final File workspace;

    /** For a build that works where its sources lie. */
    public SourceFolder(File folder) {
        this(folder, folder);
    }

    /** @param workspace may be the folder of the sources itself */
    public SourceFolder(File folder, File workspace) {
        this.folder = folder;
        this.workspace = workspace;
    }

    public File folder() {
        return folder;
    }

    public File workspace() {
        return workspace;
    }
}
