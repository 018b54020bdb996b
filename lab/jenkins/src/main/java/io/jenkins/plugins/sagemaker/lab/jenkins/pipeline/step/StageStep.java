package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.Extension;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code stage}: names its block. */
public final class StageStep extends Step {

    private final String name;

    @DataBoundConstructor
    public StageStep(String name) {
        if (name == null || name.isEmpty()) {
            throw new IllegalArgumentException("must specify name");
        }
        this.name = name;
    }

    public String getName() {
        return name;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.block(context, (c, body) -> body.withDisplayName(name));
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("stage", true, TaskListener.class);
        }
    }
}
