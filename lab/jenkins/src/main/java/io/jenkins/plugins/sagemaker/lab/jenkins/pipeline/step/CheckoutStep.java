package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.SourceFolder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code checkout scm}: copies the sources into the workspace, unless they lie there already. */
public final class CheckoutStep extends Step {

    private final Object scm;

    @DataBoundConstructor
    public CheckoutStep(Object scm) {
        this.scm = scm;
    }

    public Object getScm() {
        return scm;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousNonBlocking(context, this::run);
    }

    private Map<String, String> run(StepContext context) throws IOException, InterruptedException {
        if (!(scm instanceof ScmVariable.Sources)) {
            throw new AbortException("the lab checks out only `scm`, the folder that it was started with");
        }
        TaskListener listener = context.get(TaskListener.class);
        FilePath workspace = context.get(FilePath.class);
        SourceFolder folder = context.get(Run.class).getAction(SourceFolder.class);
        if (folder == null) {
            throw new AbortException(
                    "‘checkout scm’ is only available when the sources are known; this build has no source folder");
        }
        FilePath sources = new FilePath(folder.folder());
        if (sources.absolutize().getRemote().equals(workspace.absolutize().getRemote())) {
            listener.getLogger().println("The sources lie in " + sources.getRemote() + " already");
        } else {
            workspace.mkdirs();
            int count = sources.copyRecursiveTo("**", ".git/**", workspace);
            listener.getLogger().println("Copied " + count + " files from " + sources.getRemote());
        }
        return new LinkedHashMap<>();
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("checkout", false, Run.class, FilePath.class, TaskListener.class);
        }

        @Override
        public Step newInstance(Map<String, Object> arguments) {
            return new CheckoutStep(arguments.get("scm"));
        }
    }
}
