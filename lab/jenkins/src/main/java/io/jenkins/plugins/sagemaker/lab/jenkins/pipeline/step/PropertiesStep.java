package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.BulkChange;
import hudson.Extension;
import hudson.model.Job;
import hudson.model.JobProperty;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code properties}: replaces the properties of the job. */
public final class PropertiesStep extends Step {

    @SuppressWarnings("rawtypes")
    private final List<JobProperty> properties;

    @SuppressWarnings("rawtypes")
    @DataBoundConstructor
    public PropertiesStep(List<JobProperty> properties) {
        this.properties = new ArrayList<>(properties);
    }

    @SuppressWarnings("rawtypes")
    public List<JobProperty> getProperties() {
        return properties;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousVoid(context, c -> {
            Job job = c.get(Run.class).getParent();
            try (BulkChange change = new BulkChange(job)) {
                for (Object old : new ArrayList<>(job.getAllProperties())) {
                    job.removeProperty((JobProperty) old);
                }
                for (JobProperty property : properties) {
                    job.addProperty(property);
                }
                change.commit();
            }
        });
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("properties", false, Run.class);
        }
    }
}
