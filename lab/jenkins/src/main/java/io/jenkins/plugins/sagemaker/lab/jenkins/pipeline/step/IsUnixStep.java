package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.Extension;
import hudson.Launcher;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code isUnix}: answers whether the node runs a Unix. */
public final class IsUnixStep extends Step {

    @DataBoundConstructor
    public IsUnixStep() {}

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronous(context, c -> c.get(Launcher.class).isUnix());
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("isUnix", false, Launcher.class);
        }
    }
}
