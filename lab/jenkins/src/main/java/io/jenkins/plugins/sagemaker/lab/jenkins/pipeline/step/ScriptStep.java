package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.Extension;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code script}: free Groovy within a declarative Pipeline. */
public final class ScriptStep extends Step {

    @DataBoundConstructor
    public ScriptStep() {}

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.block(context, (c, body) -> {});
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("script", true);
        }
    }
}
