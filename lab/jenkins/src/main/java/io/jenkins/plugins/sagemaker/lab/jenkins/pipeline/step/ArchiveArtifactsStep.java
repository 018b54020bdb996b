package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code archiveArtifacts}: keeps files of the workspace with the build. */
public final class ArchiveArtifactsStep extends Step {

    private final String artifacts;
    private String excludes;
    private boolean allowEmptyArchive;
    private boolean onlyIfSuccessful;
    private boolean fingerprint;
    private boolean followSymlinks = true;

    @DataBoundConstructor
    public ArchiveArtifactsStep(String artifacts) {
        this.artifacts = artifacts;
    }

    public String getArtifacts() {
        return artifacts;
    }

    public String getExcludes() {
        return excludes;
    }

    @DataBoundSetter
    public void setExcludes(String excludes) {
        this.excludes = Util.fixEmptyAndTrim(excludes);
    }

    public boolean isAllowEmptyArchive() {
        return allowEmptyArchive;
    }

    @DataBoundSetter
    public void setAllowEmptyArchive(boolean allowEmptyArchive) {
        this.allowEmptyArchive = allowEmptyArchive;
    }

    public boolean isOnlyIfSuccessful() {
        return onlyIfSuccessful;
    }

    @DataBoundSetter
    public void setOnlyIfSuccessful(boolean onlyIfSuccessful) {
        this.onlyIfSuccessful = onlyIfSuccessful;
    }

    public boolean isFingerprint() {
        return fingerprint;
    }

    /** Accepted; the lab keeps no fingerprints. */
    @DataBoundSetter
    public void setFingerprint(boolean fingerprint) {
        this.fingerprint = fingerprint;
    }

    public boolean isFollowSymlinks() {
        return followSymlinks;
    }

    /** Accepted; links are always followed. */
    @DataBoundSetter
    public void setFollowSymlinks(boolean followSymlinks) {
        this.followSymlinks = followSymlinks;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousNonBlockingVoid(context, c -> {
            Run<?, ?> run = c.get(Run.class);
            TaskListener listener = c.get(TaskListener.class);
            listener.getLogger().println("Archiving artifacts");
            Result result = run.getResult();
            if (onlyIfSuccessful && result != null && result.isWorseThan(Result.UNSTABLE)) {
                listener.getLogger().println("Skipped archiving because build is not successful");
                return;
            }
            FilePath archive = new FilePath(run.getArtifactsDir());
            archive.mkdirs();
            int count = c.get(FilePath.class).copyRecursiveTo(artifacts, excludes == null ? "" : excludes, archive);
            if (count == 0) {
                String nothing = "No artifacts found that match the file pattern \"" + artifacts + "\".";
                if (!allowEmptyArchive) {
                    throw new AbortException(nothing + " Configuration error?");
                }
                listener.getLogger().println(nothing);
            }
        });
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("archiveArtifacts", false, Run.class, FilePath.class, TaskListener.class);
        }

        @Override
        public String argumentsToString(Map<String, Object> namedArgs) {
            return namedArgs.get("artifacts") instanceof String artifacts ? artifacts : null;
        }
    }
}
