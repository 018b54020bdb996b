package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import hudson.Extension;
import hudson.model.TaskListener;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** A step that waits for ever and tells what happens to it. */
public final class WatchedStep extends Step implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What happened, in order. */
    static final List<String> EVENTS = new CopyOnWriteArrayList<>();

    private final String name;

    @DataBoundConstructor
    public WatchedStep(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, name);
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;
        private final String name;
        private int resumed;

        Execution(StepContext context, String name) {
            super(context);
            this.name = name;
        }

        @Override
        public boolean start() throws Exception {
            EVENTS.add("start " + name);
            getContext().get(TaskListener.class).getLogger().println(name + " waits");
            return false;
        }

        @Override
        public void onResume() {
            resumed++;
            EVENTS.add("resume " + name + " " + resumed);
        }

        @Override
        public void stop(Throwable cause) throws Exception {
            EVENTS.add("stop " + name);
            super.stop(cause);
        }
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "watched";
        }

        @Override
        public String getDisplayName() {
            return "Waits for ever";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(TaskListener.class);
        }
    }
}
