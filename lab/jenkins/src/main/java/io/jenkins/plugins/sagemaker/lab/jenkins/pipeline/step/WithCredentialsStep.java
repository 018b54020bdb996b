package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.credentialsbinding.MultiBinding;
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code withCredentials}: puts credentials into environment variables for its block, and hides them in its log. */
public final class WithCredentialsStep extends Step {

    @SuppressWarnings("rawtypes")
    private final List<MultiBinding> bindings;

    @SuppressWarnings("rawtypes")
    @DataBoundConstructor
    public WithCredentialsStep(List<MultiBinding> bindings) {
        this.bindings = new ArrayList<>(bindings);
    }

    @SuppressWarnings("rawtypes")
    public List<MultiBinding> getBindings() {
        return bindings;
    }

    @SuppressWarnings("rawtypes")
    @Override
    public StepExecution start(StepContext context) throws Exception {
        for (MultiBinding binding : bindings) {
            for (Class<?> needed : List.of(FilePath.class, Launcher.class)) {
                if (binding.getDescriptor().requiresWorkspace() && context.get(needed) == null) {
                    throw new MissingContextVariableException(needed);
                }
            }
        }
        return new WithCredentialsExecution(context, bindings);
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("withCredentials", true, Run.class, TaskListener.class);
        }

        @Override
        public String argumentsToString(Map<String, Object> namedArgs) {
            return null;
        }
    }
}
