package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Where checkpoints are kept. */
public final class CheckpointConfig extends AbstractDescribableImpl<CheckpointConfig> {

    private final String s3Uri;
    private String localPath;

    @DataBoundConstructor
    public CheckpointConfig(String s3Uri) {
        this.s3Uri = Util.fixEmptyAndTrim(s3Uri);
    }

    public String getS3Uri() {
        return s3Uri;
    }

    @CheckForNull
    public String getLocalPath() {
        return localPath;
    }

    @DataBoundSetter
    public void setLocalPath(String localPath) {
        this.localPath = Util.fixEmptyAndTrim(localPath);
    }

    @Extension
    @Symbol("checkpointConfig")
    public static final class DescriptorImpl extends Descriptor<CheckpointConfig> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.CheckpointConfig_displayName();
        }
    }
}
