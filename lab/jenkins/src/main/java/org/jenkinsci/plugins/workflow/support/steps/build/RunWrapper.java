package org.jenkinsci.plugins.workflow.support.steps.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import java.io.IOException;
import java.io.Serializable;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What a Jenkinsfile sees of a build: {@code currentBuild}. Found again by its id when a program is read back. */
public final class RunWrapper implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String externalizableId;
    private final boolean currentBuild;

    public RunWrapper(Run<?, ?> build, boolean currentBuild) {
        this.externalizableId = build.getExternalizableId();
        this.currentBuild = currentBuild;
    }

    public @CheckForNull Run<?, ?> getRawBuild() {
        return Run.fromExternalizableId(externalizableId);
    }

    private Run<?, ?> build() throws AbortException {
        Run<?, ?> build = getRawBuild();
        if (build == null) {
            throw new AbortException("No build record " + externalizableId + " could be located.");
        }
        return build;
    }

    private Run<?, ?> ownBuild() throws AbortException {
        if (!currentBuild) {
            throw new SecurityException("can only set a property on the current build");
        }
        return build();
    }

    @Whitelisted
    public void setResult(String result) throws AbortException {
        ownBuild().setResult(Result.fromString(result));
    }

    @Whitelisted
    public void setDescription(String description) throws IOException {
        ownBuild().setDescription(description);
    }

    @Whitelisted
    public void setDisplayName(String name) throws IOException {
        ownBuild().setDisplayName(name);
    }

    @Whitelisted
    public int getNumber() throws AbortException {
        return build().getNumber();
    }

    @Whitelisted
    public @CheckForNull String getResult() throws AbortException {
        Result result = build().getResult();
        return result == null ? null : result.toString();
    }

    /** As {@link #getResult}, and {@code SUCCESS} while nothing has gone wrong. */
    @Whitelisted
    public String getCurrentResult() throws AbortException {
        Result result = build().getResult();
        return (result == null ? Result.SUCCESS : result).toString();
    }

    @Whitelisted
    public boolean resultIsBetterOrEqualTo(String other) throws AbortException {
        return Result.fromString(getCurrentResult()).isBetterOrEqualTo(Result.fromString(other));
    }

    @Whitelisted
    public boolean resultIsWorseOrEqualTo(String other) throws AbortException {
        return Result.fromString(getCurrentResult()).isWorseOrEqualTo(Result.fromString(other));
    }

    @Whitelisted
    public long getStartTimeInMillis() throws AbortException {
        return build().getStartTimeInMillis();
    }

    @Whitelisted
    public long getDuration() throws AbortException {
        return build().getDuration();
    }

    @Whitelisted
    public String getDescription() throws AbortException {
        return build().getDescription();
    }

    @Whitelisted
    public String getDisplayName() throws AbortException {
        return build().getDisplayName();
    }

    @Whitelisted
    public String getFullDisplayName() throws AbortException {
        return build().getFullDisplayName();
    }

    @Whitelisted
    public String getProjectName() throws AbortException {
        return build().getParent().getName();
    }

    @Whitelisted
    public String getFullProjectName() throws AbortException {
        return build().getParent().getFullName();
    }

    @Whitelisted
    public String getId() throws AbortException {
        return build().getId();
    }

    @Whitelisted
    public String getExternalizableId() {
        return externalizableId;
    }

    @Whitelisted
    public @CheckForNull RunWrapper getPreviousBuild() throws AbortException {
        Run<?, ?> previous = build().getPreviousBuild();
        return previous == null ? null : new RunWrapper(previous, false);
    }
}
