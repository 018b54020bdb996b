package org.jenkinsci.plugins.workflow.actions;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.FilePath;
import hudson.model.labels.LabelAtom;
import java.util.Set;

/** The workspace that a {@code node} block got. */
public abstract class WorkspaceAction implements PersistentAction {

    /** The name of the agent; empty for the built-in node. */
    public abstract @NonNull String getNode();

    public abstract @NonNull String getPath();

    public abstract @NonNull Set<LabelAtom> getLabels();

    public final @CheckForNull FilePath getWorkspace() {
        return new FilePath(new java.io.File(getPath()));
    }

    @Override
    public String getIconFileName() {
        return "symbol-folder-outline";
    }

    @Override
    public String getDisplayName() {
        return "Workspace";
    }

    @Override
    public String getUrlName() {
        return "ws";
    }
}
