package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.slaves.WorkspaceList;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.Workspaces;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code node}: gives its block a workspace. There is always room for one more block. */
public final class NodeStep extends Step {

    private final String label;

    @DataBoundConstructor
    public NodeStep(String label) {
        this.label = label;
    }

    public String getLabel() {
        return label;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, label);
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;

        private final String label;
        private String nodeName;
        private String path;
        private transient WorkspaceList.Lease lease;

        Execution(StepContext context, String label) {
            super(context);
            this.label = label;
        }

        @Override
        public boolean start() throws Exception {
            Run<?, ?> run = getContext().get(Run.class);
            Node node = Workspaces.node(label);
            lease = Workspaces.allocate(run, node);
            FilePath workspace = lease.path;
            nodeName = node.getNodeName();
            path = workspace.getRemote();
            getContext()
                    .get(TaskListener.class)
                    .getLogger()
                    .println("Running on " + node.getDisplayName() + " in " + path);
            Map<String, String> variables = new LinkedHashMap<>();
            variables.put("WORKSPACE", path);
            variables.put("WORKSPACE_TMP", WorkspaceList.tempDir(workspace).getRemote());
            variables.put("NODE_NAME", node == Jenkins.get() ? "built-in" : nodeName);
            variables.put(
                    "NODE_LABELS",
                    node.getAssignedLabels().stream().map(Object::toString).collect(Collectors.joining(" ")));
            variables.put("EXECUTOR_NUMBER", "0");
            EnvironmentExpander around = getContext().get(EnvironmentExpander.class);
            BodyInvoker body = getContext().newBodyInvoker();
            body.withContexts(
                            workspace,
                            node.toComputer(),
                            EnvironmentExpander.merge(around, EnvironmentExpander.constant(variables)))
                    .withCallback(new Release(this))
                    .start();
            return false;
        }

        @Override
        public void onResume() {
            Node node = nodeName.isEmpty() ? Jenkins.get() : Jenkins.get().getNode(nodeName);
            if (node == null) {
                getContext().onFailure(new IOException("agent " + nodeName + " is gone"));
                return;
            }
            Computer computer = node.toComputer();
            lease = computer.getWorkspaceList().record(new FilePath(computer.getChannel(), path));
        }

        @Override
        public String getStatus() {
            return "running on " + nodeName + " in " + path;
        }
    }

    private static final class Release extends BodyExecutionCallback.TailCall {
        private static final long serialVersionUID = 1L;
        private final Execution execution;

        Release(Execution execution) {
            this.execution = execution;
        }

        @Override
        protected void finished(StepContext context) {
            if (execution.lease != null) {
                execution.lease.release();
            }
        }
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("node", true, Run.class, TaskListener.class);
        }

        @Override
        public Set<? extends Class<?>> getProvidedContext() {
            return Set.of(Computer.class, FilePath.class, EnvVars.class, Node.class, Launcher.class);
        }
    }
}
