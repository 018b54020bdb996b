package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code milestone}: lets every build pass, for in the lab no newer build overtakes one. */
public final class MilestoneStep extends Step {

    private final Integer ordinal;
    private String label;

    @DataBoundConstructor
    public MilestoneStep(Integer ordinal) {
        this.ordinal = ordinal;
    }

    public Integer getOrdinal() {
        return ordinal;
    }

    public String getLabel() {
        return label;
    }

    @DataBoundSetter
    public void setLabel(String label) {
        this.label = label;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousVoid(
                context,
                c -> c.get(TaskListener.class)
                        .getLogger()
                        .println("Trying to pass milestone" + (ordinal == null ? "" : " " + ordinal)));
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("milestone", false, Run.class, TaskListener.class);
        }
    }
}
