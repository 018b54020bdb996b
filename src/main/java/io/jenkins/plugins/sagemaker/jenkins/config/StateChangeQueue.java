package io.jenkins.plugins.sagemaker.jenkins.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.sagemaker.aws.QueueUrl;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A queue into which EventBridge puts the changes of training jobs, of one account and region. */
public final class StateChangeQueue extends AbstractDescribableImpl<StateChangeQueue> {

    private final String url;
    private String credentialsId;
    private String assumeRoleArn;
    private String externalId;

    @DataBoundConstructor
    public StateChangeQueue(String url) {
        this.url = Util.fixEmptyAndTrim(url);
    }

    @CheckForNull
    public String getUrl() {
        return url;
    }

    /** With which it is read; without them those of the steps, and without these the controller's own. */
    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    @CheckForNull
    public String getAssumeRoleArn() {
        return assumeRoleArn;
    }

    @DataBoundSetter
    public void setAssumeRoleArn(String assumeRoleArn) {
        this.assumeRoleArn = Util.fixEmptyAndTrim(assumeRoleArn);
    }

    @CheckForNull
    public String getExternalId() {
        return externalId;
    }

    @DataBoundSetter
    public void setExternalId(String externalId) {
        this.externalId = Util.fixEmptyAndTrim(externalId);
    }

    @Extension
    @Symbol("stateChangeQueue")
    public static final class DescriptorImpl extends Descriptor<StateChangeQueue> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.StateChangeQueue_displayName();
        }

        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            String given = Util.fixEmptyAndTrim(value);
            if (!SageMakerConfiguration.mayConfigure()) {
                return FormValidation.ok();
            }
            var queue = given == null ? null : QueueUrl.parse(given).orElse(null);
            if (queue == null) {
                return FormValidation.error(Messages.StateChangeQueue_noUrl());
            }
            return queue.region().isPresent() || SageMakerConfiguration.get().getRegion() != null
                    ? FormValidation.ok()
                    : FormValidation.error(Messages.StateChangeQueue_noRegion());
        }

        @POST
        public FormValidation doCheckAssumeRoleArn(@QueryParameter String value) {
            String given = Util.fixEmptyAndTrim(value);
            return given == null
                            || !SageMakerConfiguration.mayConfigure()
                            || given.matches("arn:aws[a-z-]*:iam::\\d{12}:role/\\S+")
                    ? FormValidation.ok()
                    : FormValidation.error(Messages.StateChangeQueue_noRole());
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return AwsCredentialsItems.ofSystemForm(credentialsId);
        }
    }
}
