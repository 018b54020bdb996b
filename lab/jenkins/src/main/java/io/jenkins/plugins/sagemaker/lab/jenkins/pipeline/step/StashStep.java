package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.File;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code stash}: keeps files of the workspace for a later {@code unstash} in the same build. */
public final class StashStep extends Step {

    private final String name;
    private String includes;
    private String excludes;
    private boolean useDefaultExcludes = true;
    private boolean allowEmpty;

    @DataBoundConstructor
    public StashStep(String name) {
        if (name == null || !name.matches("[a-zA-Z0-9_.-]+")) {
            throw new IllegalArgumentException("illegal stash name: " + name);
        }
        this.name = name;
    }

    static FilePath folder(Run<?, ?> run, String name) {
        return new FilePath(new File(new File(run.getRootDir(), "stashes"), name));
    }

    public String getName() {
        return name;
    }

    public String getIncludes() {
        return includes;
    }

    @DataBoundSetter
    public void setIncludes(String includes) {
        this.includes = Util.fixEmpty(includes);
    }

    public String getExcludes() {
        return excludes;
    }

    @DataBoundSetter
    public void setExcludes(String excludes) {
        this.excludes = Util.fixEmpty(excludes);
    }

    public boolean isUseDefaultExcludes() {
        return useDefaultExcludes;
    }

    @DataBoundSetter
    public void setUseDefaultExcludes(boolean useDefaultExcludes) {
        this.useDefaultExcludes = useDefaultExcludes;
    }

    public boolean isAllowEmpty() {
        return allowEmpty;
    }

    @DataBoundSetter
    public void setAllowEmpty(boolean allowEmpty) {
        this.allowEmpty = allowEmpty;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousNonBlockingVoid(context, c -> {
            FilePath target = folder(c.get(Run.class), name);
            target.deleteRecursive();
            target.mkdirs();
            int count = c.get(FilePath.class)
                    .copyRecursiveTo(includes == null ? "**" : includes, excludes == null ? "" : excludes, target);
            if (count == 0 && !allowEmpty) {
                target.deleteRecursive();
                throw new AbortException("No files included in stash ‘" + name + "’");
            }
            c.get(TaskListener.class).getLogger().println("Stashed " + count + " file(s)");
        });
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("stash", false, Run.class, FilePath.class, TaskListener.class);
        }

        @Override
        public String argumentsToString(Map<String, Object> namedArgs) {
            return namedArgs.get("name") instanceof String name ? name : null;
        }
    }
}
