package io.jenkins.plugins.sagemaker.jenkins.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.BulkChange;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What holds for all steps that do not say otherwise. */
@Extension
@Symbol("sageMaker")
public final class SageMakerConfiguration extends GlobalConfiguration {

    private String region;
    private String credentialsId;
    private String endpointUrl;
    private boolean controllerIdentityAllowed;
    private List<StateChangeQueue> stateChangeQueues;

    public SageMakerConfiguration() {
        load();
    }

    public static SageMakerConfiguration get() {
        return ExtensionList.lookupSingleton(SageMakerConfiguration.class);
    }

    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.SageMakerConfiguration_displayName();
    }

    @CheckForNull
    public String getRegion() {
        return region;
    }

    @DataBoundSetter
    public void setRegion(String region) {
        this.region = Util.fixEmptyAndTrim(region);
        save();
    }

    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
        save();
    }

    @CheckForNull
    public String getEndpointUrl() {
        return endpointUrl;
    }

    @DataBoundSetter
    public void setEndpointUrl(String endpointUrl) {
        this.endpointUrl = Util.fixEmptyAndTrim(endpointUrl);
        save();
    }

    /** Whether builds may use the identity of the controller itself (its instance profile, its environment). */
    public boolean isControllerIdentityAllowed() {
        return controllerIdentityAllowed;
    }

    @DataBoundSetter
    public void setControllerIdentityAllowed(boolean controllerIdentityAllowed) {
        this.controllerIdentityAllowed = controllerIdentityAllowed;
        save();
    }

    /** Where changes of training jobs are heard of as they happen. */
    public List<StateChangeQueue> getStateChangeQueues() {
        return stateChangeQueues == null ? List.of() : List.copyOf(stateChangeQueues);
    }

    @DataBoundSetter
    public void setStateChangeQueues(List<StateChangeQueue> stateChangeQueues) {
        this.stateChangeQueues = new ArrayList<>(Util.fixNull(stateChangeQueues));
        save();
    }

    /** A form from which the last queue has been removed says nothing of queues. Saved once, as a whole. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject form) throws FormException {
        try (BulkChange change = new BulkChange(this)) {
            stateChangeQueues = null;
            boolean done = super.configure(request, form);
            change.commit();
            return done;
        } catch (IOException e) {
            throw new FormException("The configuration cannot be saved: " + e.getMessage(), e, "stateChangeQueues");
        }
    }

    /** AWS adds regions at any time, so only the shape of a name is looked at. */
    @POST
    public FormValidation doCheckRegion(@QueryParameter String value) {
        String given = Util.fixEmptyAndTrim(value);
        return given == null || !mayConfigure() || given.matches("[a-z]{2,}(-[a-z]+)+-\\d+")
                ? FormValidation.ok()
                : FormValidation.error(Messages.SageMakerConfiguration_noRegion());
    }

    @POST
    public FormValidation doCheckEndpointUrl(@QueryParameter String value) {
        String given = Util.fixEmptyAndTrim(value);
        return given == null || !mayConfigure() || given.matches("https?://[^/\\s]+(/\\S*)?")
                ? FormValidation.ok()
                : FormValidation.error(Messages.SageMakerConfiguration_noUrl());
    }

    /** Who may not configure gets no verdict. */
    static boolean mayConfigure() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }

    @POST
    public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
        return AwsCredentialsItems.ofForm(null, credentialsId);
    }
}
