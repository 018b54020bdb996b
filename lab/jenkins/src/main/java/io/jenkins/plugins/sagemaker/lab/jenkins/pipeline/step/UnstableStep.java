package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.Extension;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code unstable}: makes the build unstable and goes on. */
public final class UnstableStep extends Step {

    private final String message;

    @DataBoundConstructor
    public UnstableStep(String message) {
        this.message = message;
    }

    public String getMessage() {
        return message;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousVoid(context, c -> {
            c.get(TaskListener.class).getLogger().println("WARNING: " + message);
            c.get(FlowNode.class).addAction(new WarningAction(Result.UNSTABLE).withMessage(message));
            c.get(Run.class).setResult(Result.UNSTABLE);
        });
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("unstable", false, FlowNode.class, Run.class, TaskListener.class);
        }
    }
}
