package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import hudson.model.InvisibleAction;
import java.io.File;

/** Says where the sources of a build lie: the workspace of its first {@code node}, and what {@code checkout} copies. */
public final class SourceFolder extends InvisibleAction {

    private final File folder;

    public SourceFolder(File folder) {
        this.folder = folder;
    }

    public File folder() {
        return folder;
    }
}
