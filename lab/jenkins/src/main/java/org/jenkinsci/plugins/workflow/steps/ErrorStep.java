package org.jenkinsci.plugins.workflow.steps;

import hudson.AbortException;
import hudson.Extension;
import java.util.Set;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code error}: fails. */
public final class ErrorStep extends Step {

    private final String message;

    @DataBoundConstructor
    public ErrorStep(String message) {
        this.message = message;
    }

    public String getMessage() {
        return message;
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        return StepExecutions.synchronous(context, c -> {
            throw new AbortException(message);
        });
    }

    /** The kind of step. */
    @Extension
    public static class DescriptorImpl extends StepDescriptor {
        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of();
        }

        @Override
        public String getFunctionName() {
            return "error";
        }

        @Override
        public String getDisplayName() {
            return "Error signal";
        }
    }
}
