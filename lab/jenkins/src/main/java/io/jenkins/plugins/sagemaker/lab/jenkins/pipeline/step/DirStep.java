package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code dir}: lets its block work in another folder. */
public final class DirStep extends Step {

    private final String path;

    @DataBoundConstructor
    public DirStep(String path) {
        this.path = path;
    }

    public String getPath() {
        return path;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.block(context, (c, body) -> {
            FilePath folder = c.get(FilePath.class).child(path);
            c.get(TaskListener.class).getLogger().println("Running in " + folder.getRemote());
            body.withContexts(
                    folder,
                    EnvironmentExpander.merge(c.get(EnvironmentExpander.class), new CurrentFolder(folder.getRemote())));
        });
    }

    private static final class CurrentFolder extends EnvironmentExpander {
        private static final long serialVersionUID = 1L;
        private final String folder;

        CurrentFolder(String folder) {
            this.folder = folder;
        }

        @Override
        public void expand(EnvVars env) {
            env.override("PWD", folder);
        }
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("dir", true, FilePath.class, TaskListener.class);
        }
    }
}
