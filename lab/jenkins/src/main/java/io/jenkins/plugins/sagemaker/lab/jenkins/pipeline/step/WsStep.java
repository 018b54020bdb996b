package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.Extension;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.slaves.WorkspaceList;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code ws}: another workspace on the same node, at a place that the Jenkinsfile chooses and does not share. */
public final class WsStep extends Step {

    private final String dir;

    @DataBoundConstructor
    public WsStep(String dir) {
        this.dir = dir;
    }

    public String getDir() {
        return dir;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.block(context, (c, body) -> {
            Node node = c.get(Computer.class).getNode();
            FilePath workspace = node.getRootPath().child(dir);
            workspace.mkdirs();
            c.get(TaskListener.class).getLogger().println("Running in " + workspace.getRemote());
            var variables = EnvironmentExpander.constant(Map.of(
                    "WORKSPACE", workspace.getRemote(),
                    "WORKSPACE_TMP", WorkspaceList.tempDir(workspace).getRemote()));
            body.withContexts(workspace, EnvironmentExpander.merge(c.get(EnvironmentExpander.class), variables));
        });
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("ws", true, Computer.class, Run.class, TaskListener.class);
        }
    }
}
