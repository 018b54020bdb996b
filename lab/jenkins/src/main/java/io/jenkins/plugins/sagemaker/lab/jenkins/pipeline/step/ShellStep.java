package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.TaskListener;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code sh}: runs a shell script in the workspace. Unlike in Jenkins the script does not outlive a restart. */
public final class ShellStep extends Step {

    private final String script;
    private String label;
    private String encoding;
    private boolean returnStdout;
    private boolean returnStatus;

    @DataBoundConstructor
    public ShellStep(String script) {
        if (script == null) {
            throw new IllegalArgumentException("sh needs a script");
        }
        this.script = script;
    }

    public String getScript() {
        return script;
    }

    public String getLabel() {
        return label;
    }

    @DataBoundSetter
    public void setLabel(String label) {
        this.label = label;
    }

    public String getEncoding() {
        return encoding;
    }

    @DataBoundSetter
    public void setEncoding(String encoding) {
        this.encoding = encoding;
    }

    public boolean isReturnStdout() {
        return returnStdout;
    }

    @DataBoundSetter
    public void setReturnStdout(boolean returnStdout) {
        this.returnStdout = returnStdout;
    }

    public boolean isReturnStatus() {
        return returnStatus;
    }

    @DataBoundSetter
    public void setReturnStatus(boolean returnStatus) {
        this.returnStatus = returnStatus;
    }

    @Override
    public StepExecution start(StepContext context) {
        if (returnStdout && returnStatus) {
            throw new IllegalArgumentException("you may not both returnStdout and returnStatus");
        }
        return new ShellExecution(context, this);
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("sh", false, EnvVars.class, FilePath.class, Launcher.class, TaskListener.class);
        }

        @Override
        public String argumentsToString(Map<String, Object> namedArgs) {
            Object script = namedArgs.get("script");
            return script instanceof String text ? text : null;
        }
    }
}
