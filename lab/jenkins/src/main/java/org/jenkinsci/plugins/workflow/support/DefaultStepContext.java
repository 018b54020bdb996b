package org.jenkinsci.plugins.workflow.support;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.console.ConsoleLogFilter;
import hudson.model.Computer;
import hudson.model.Job;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.remoting.Channel;
import java.io.IOException;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.log.TaskListenerDecorator;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.support.actions.EnvironmentAction;
import org.jenkinsci.plugins.workflow.support.actions.LogStorageAction;

/** Makes contextual objects of those that the blocks put in, of the build and of the node. */
public abstract class DefaultStepContext extends StepContext {

    private static final long serialVersionUID = 1L;

    private transient TaskListener listener;

    /** What the blocks around the step put in. */
    protected abstract @CheckForNull <T> T doGet(Class<T> key) throws IOException, InterruptedException;

    protected abstract @NonNull FlowExecution getExecution() throws IOException;

    protected abstract @NonNull FlowNode getNode() throws IOException;

    @Override
    public final <T> T get(Class<T> key) throws IOException, InterruptedException {
        Object fixed = ofTheBuild(key);
        if (key.isInstance(fixed)) {
            return key.cast(fixed);
        }
        T value = doGet(key);
        if (key == EnvVars.class) {
            return key.cast(environment((EnvVars) value));
        }
        if (value instanceof FilePath path) {
            return key.cast(live(path));
        }
        if (value != null) {
            return value;
        }
        if (key == TaskListener.class) {
            return key.cast(listener(false));
        }
        if (key == Launcher.class) {
            Node node = get(Node.class);
            return node == null ? null : key.cast(node.createLauncher(get(TaskListener.class)));
        }
        if (Node.class.isAssignableFrom(key)) {
            Computer computer = get(Computer.class);
            Node node = computer == null ? null : computer.getNode();
            return key.isInstance(node) ? key.cast(node) : null;
        }
        return null;
    }

    /** An agent that has gone away and come back has a new connection. */
    private static FilePath live(FilePath path) throws IOException {
        if (!(path.getChannel() instanceof Channel channel) || !channel.isClosingOrClosed()) {
            return path;
        }
        Computer computer = Jenkins.get().getComputer(channel.getName());
        if (computer == null || computer.isOffline()) {
            throw new IOException("Unable to create live FilePath for " + channel.getName());
        }
        return new FilePath(computer.getChannel(), path.getRemote());
    }

    private Object ofTheBuild(Class<?> key) throws IOException {
        if (Run.class.isAssignableFrom(key)) {
            return getExecution().getOwner().getExecutable();
        } else if (Job.class.isAssignableFrom(key)) {
            return ((Run<?, ?>) getExecution().getOwner().getExecutable()).getParent();
        } else if (FlowExecution.class.isAssignableFrom(key)) {
            return getExecution();
        } else if (FlowNode.class.isAssignableFrom(key)) {
            return getNode();
        } else if (StepDescriptor.class.isAssignableFrom(key)) {
            return getNode() instanceof StepNode step ? step.getDescriptor() : null;
        }
        return null;
    }

    private EnvVars environment(EnvVars ofTheNode) throws IOException, InterruptedException {
        Run<?, ?> run = get(Run.class);
        EnvironmentAction action = run.getAction(EnvironmentAction.class);
        TaskListener log = listener(true);
        EnvVars ofTheBuild = action != null ? action.getEnvironment() : run.getEnvironment(log);
        return EnvironmentExpander.getEffectiveEnvironment(
                ofTheBuild, ofTheNode, get(EnvironmentExpander.class), this, log);
    }

    private synchronized TaskListener listener(boolean allowInactive) throws IOException, InterruptedException {
        if (listener == null) {
            FlowNode node = getNode();
            if (!node.isActive()) {
                if (allowInactive) {
                    return getExecution().getOwner().getListener();
                }
                throw new IOException(
                        "cannot start writing logs to a finished node " + node + " " + node.getDisplayFunctionName());
            }
            ConsoleLogFilter filter = get(ConsoleLogFilter.class);
            listener = LogStorageAction.listenerFor(
                    node,
                    TaskListenerDecorator.merge(
                            filter == null ? null : TaskListenerDecorator.fromConsoleLogFilter(filter),
                            get(TaskListenerDecorator.class)));
        }
        return listener;
    }
}
