package org.jenkinsci.plugins.workflow.job.properties;

import hudson.Extension;
import jenkins.model.OptionalJobProperty;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.kohsuke.stapler.DataBoundConstructor;

/** Builds of the job do not go on after a restart. */
public class DisableResumeJobProperty extends OptionalJobProperty<WorkflowJob> {

    @DataBoundConstructor
    public DisableResumeJobProperty() {}

    /** The kind of property. */
    @Extension
    @Symbol("disableResume")
    public static class DescriptorImpl extends OptionalJobPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return "Do not allow the pipeline to resume if the controller restarts";
        }
    }
}
