package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code unstash}: puts stashed files into the workspace. */
public final class UnstashStep extends Step {

    private final String name;

    @DataBoundConstructor
    public UnstashStep(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousNonBlockingVoid(context, c -> {
            FilePath stash = StashStep.folder(c.get(Run.class), name);
            if (!stash.isDirectory()) {
                throw new AbortException("No such saved stash ‘" + name + "’");
            }
            stash.copyRecursiveTo(c.get(FilePath.class));
        });
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("unstash", false, Run.class, FilePath.class);
        }
    }
}
