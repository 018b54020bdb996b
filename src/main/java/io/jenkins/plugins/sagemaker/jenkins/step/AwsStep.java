package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.operation.Operation;
import io.jenkins.plugins.sagemaker.operation.OperationRun.Limits;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundSetter;

/** The arguments that all steps share which do something in AWS. */
public abstract class AwsStep extends Step {

    private String region;
    private String credentialsId;
    private String assumeRoleArn;
    private String externalId;
    private String roleSessionName;
    private String endpointUrl;
    private int timeoutMinutes;
    private OnAbort onAbort;
    private List<NamedValue> tags;

    @CheckForNull
    public String getRegion() {
        return region;
    }

    @DataBoundSetter
    public void setRegion(String region) {
        this.region = Util.fixEmptyAndTrim(region);
    }

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

    @CheckForNull
    public String getRoleSessionName() {
        return roleSessionName;
    }

    @DataBoundSetter
    public void setRoleSessionName(String roleSessionName) {
        this.roleSessionName = Util.fixEmptyAndTrim(roleSessionName);
    }

    @CheckForNull
    public String getEndpointUrl() {
        return endpointUrl;
    }

    @DataBoundSetter
    public void setEndpointUrl(String endpointUrl) {
        this.endpointUrl = Util.fixEmptyAndTrim(endpointUrl);
    }

    /** Minutes until the step gives up and stops the remote work; 0 for no limit of its own. */
    public int getTimeoutMinutes() {
        return timeoutMinutes;
    }

    @DataBoundSetter
    public void setTimeoutMinutes(int timeoutMinutes) {
        this.timeoutMinutes = timeoutMinutes;
    }

    @NonNull
    public OnAbort getOnAbort() {
        return onAbort == null ? OnAbort.STOP : onAbort;
    }

    @DataBoundSetter
    public void setOnAbort(OnAbort onAbort) {
        this.onAbort = onAbort;
    }

    /** Whether the step says in so many words that the remote work is to be stopped. */
    final boolean isStopWanted() {
        return onAbort == OnAbort.STOP;
    }

    @CheckForNull
    public List<NamedValue> getTags() {
        return tags;
    }

    @DataBoundSetter
    public void setTags(List<NamedValue> tags) {
        this.tags = Arguments.given(tags);
    }

    /**
     * The execution of an operation with these arguments. Region and endpoint are fixed here, so that what the operation has started can be found
     * again when the build's environment is gone.
     */
    final <S extends Serializable, R extends Serializable> StepExecution execution(
            StepContext context, Operation<Aws, S, R> operation) throws IOException, InterruptedException {
        var settings = new AwsSettings(region, credentialsId, assumeRoleArn, externalId, roleSessionName, endpointUrl);
        return new OperationExecution<>(
                context, OperationOwner.of(context, operation, settings.within(context.get(EnvVars.class)), limits()));
    }

    private Limits limits() throws AbortException {
        if (timeoutMinutes < 0) {
            throw new AbortException("timeoutMinutes must be 0 (no limit) or more, not " + timeoutMinutes);
        }
        return new Limits(timeoutMinutes == 0 ? null : Duration.ofMinutes(timeoutMinutes), onAbort == OnAbort.LEAVE);
    }

    /** The user's tags, and those that lead from the AWS console back to the build. */
    Map<String, String> allTags(Run<?, ?> run) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("jenkins:job", tagValue(run.getParent().getFullName()));
        all.put("jenkins:build", String.valueOf(run.getNumber()));
        all.putAll(NamedValue.map("tags", tags));
        return all;
    }

    /** AWS takes letters, digits, spaces and a few signs, 256 characters. */
    private static String tagValue(String text) {
        String legal = text.replaceAll("[^\\p{L}\\p{N} _.:/=+@-]", "-");
        return legal.substring(0, Math.min(256, legal.length()));
    }
}
