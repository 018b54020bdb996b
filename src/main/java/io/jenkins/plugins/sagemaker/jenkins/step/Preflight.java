package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import io.jenkins.plugins.sagemaker.training.Checks;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** What is looked at before a training, all of it unless told otherwise. */
public final class Preflight extends AbstractDescribableImpl<Preflight> {

    private boolean inputs = true;
    private boolean bucketRegion = true;
    private boolean role = true;

    @DataBoundConstructor
    public Preflight() {
        // everything has its default
    }

    public boolean isInputs() {
        return inputs;
    }

    @DataBoundSetter
    public void setInputs(boolean inputs) {
        this.inputs = inputs;
    }

    public boolean isBucketRegion() {
        return bucketRegion;
    }

    @DataBoundSetter
    public void setBucketRegion(boolean bucketRegion) {
        this.bucketRegion = bucketRegion;
    }

    public boolean isRole() {
        return role;
    }

    @DataBoundSetter
    public void setRole(boolean role) {
        this.role = role;
    }

    /** @param given null for the defaults */
    static Checks checks(Preflight given) {
        return given == null ? Checks.ALL : new Checks(given.inputs, given.bucketRegion, given.role);
    }

    @Extension
    @Symbol("preflight")
    public static final class DescriptorImpl extends Descriptor<Preflight> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.Preflight_displayName();
        }
    }
}
