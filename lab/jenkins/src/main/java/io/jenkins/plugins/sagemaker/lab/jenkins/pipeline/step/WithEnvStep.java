package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.EnvVars;
import hudson.Extension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code withEnv}: sets environment variables for its block; {@code PATH+X=dir} prepends to a path. */
public final class WithEnvStep extends Step {

    private final ArrayList<String> overrides;

    @DataBoundConstructor
    public WithEnvStep(List<String> overrides) {
        for (String pair : overrides) {
            if (pair.indexOf('=') < 0) {
                throw new IllegalArgumentException(
                        "Environment variables must be in the form ‘KEY=value’: ‘" + pair + "’");
            }
        }
        this.overrides = new ArrayList<>(overrides);
    }

    public List<String> getOverrides() {
        return overrides;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.block(
                context,
                (c, body) -> body.withContext(
                        EnvironmentExpander.merge(c.get(EnvironmentExpander.class), new Setting(overrides))));
    }

    private static final class Setting extends EnvironmentExpander {
        private static final long serialVersionUID = 1L;
        private final LinkedHashMap<String, String> values = new LinkedHashMap<>();

        Setting(List<String> pairs) {
            for (String pair : pairs) {
                int split = pair.indexOf('=');
                values.put(pair.substring(0, split), pair.substring(split + 1));
            }
        }

        @Override
        public void expand(EnvVars env) {
            env.overrideExpandingAll(values);
        }
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("withEnv", true);
        }
    }
}
