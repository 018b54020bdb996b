package jenkins.model;

import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.BuildListener;
import hudson.model.Run;
import java.io.IOException;
import java.util.Map;
import jenkins.util.VirtualFile;

/** Keeps artifacts in the build's folder. */
public class StandardArtifactManager extends ArtifactManager {
    protected transient Run<?, ?> build;

    public StandardArtifactManager(Run<?, ?> build) {
        this.build = build;
    }

    @Override
    public void archive(FilePath workspace, Launcher launcher, BuildListener listener, Map<String, String> artifacts)
            throws IOException, InterruptedException {
        FilePath archive = new FilePath(build.getArtifactsDir());
        for (Map.Entry<String, String> each : artifacts.entrySet()) {
            workspace.child(each.getValue()).copyTo(archive.child(each.getKey()));
        }
    }

    @Override
    public boolean delete() throws IOException {
        boolean there = build.getArtifactsDir().exists();
        Util.deleteRecursive(build.getArtifactsDir());
        return there;
    }

    @Override
    public VirtualFile root() {
        return VirtualFile.forFile(build.getArtifactsDir());
    }
}
