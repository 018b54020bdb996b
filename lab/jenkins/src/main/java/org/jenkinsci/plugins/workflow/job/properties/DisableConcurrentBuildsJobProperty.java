package org.jenkinsci.plugins.workflow.job.properties;

import hudson.Extension;
import hudson.model.Job;
import jenkins.model.OptionalJobProperty;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Builds of the job wait for each other. */
public class DisableConcurrentBuildsJobProperty extends OptionalJobProperty<WorkflowJob> {

    private boolean abortPrevious;

    @DataBoundConstructor
    public DisableConcurrentBuildsJobProperty() {}

    public boolean isAbortPrevious() {
        return abortPrevious;
    }

    @DataBoundSetter
    public void setAbortPrevious(boolean abortPrevious) {
        this.abortPrevious = abortPrevious;
    }

    /** The kind of property. */
    @Extension
    @Symbol("disableConcurrentBuilds")
    public static class DescriptorImpl extends OptionalJobPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return "Do not allow concurrent builds";
        }

        @SuppressWarnings("rawtypes")
        @Override
        public boolean isApplicable(Class<? extends Job> jobType) {
            return WorkflowJob.class.isAssignableFrom(jobType);
        }
    }
}
