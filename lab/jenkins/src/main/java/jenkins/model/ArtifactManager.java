package jenkins.model;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.BuildListener;
import java.io.IOException;
import java.util.Map;
import jenkins.util.VirtualFile;

/** Keeps the artifacts of a build. */
public abstract class ArtifactManager {
    protected ArtifactManager() {}

    /** @param artifacts path within the archive to path within the workspace */
    public abstract void archive(
            FilePath workspace, Launcher launcher, BuildListener listener, Map<String, String> artifacts)
            throws IOException, InterruptedException;

    public abstract boolean delete() throws IOException, InterruptedException;

    /** Where they are. */
    public abstract VirtualFile root();
}
