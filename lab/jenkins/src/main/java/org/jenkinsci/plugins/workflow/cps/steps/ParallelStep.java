package org.jenkinsci.plugins.workflow.cps.steps;

import groovy.lang.Closure;
import hudson.Extension;
import hudson.model.TaskListener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** {@code parallel}: runs blocks at the same time. */
public class ParallelStep extends Step {

    private final boolean failFast;
    private final Map<String, Closure<?>> closures;

    ParallelStep(Map<String, Closure<?>> closures, boolean failFast) {
        this.closures = closures;
        this.failFast = failFast;
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        return new ParallelStepExecution(closures, failFast, context);
    }

    /** The kind of step. */
    @Extension
    public static class DescriptorImpl extends StepDescriptor {

        private static final String FAIL_FAST = "failFast";

        @Override
        public String getFunctionName() {
            return "parallel";
        }

        @Override
        public String getDisplayName() {
            return "Execute in parallel";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(TaskListener.class);
        }

        @Override
        public Step newInstance(Map<String, Object> arguments) {
            boolean failFast = false;
            Map<String, Closure<?>> closures = new LinkedHashMap<>();
            for (Map.Entry<String, Object> e : arguments.entrySet()) {
                if (e.getValue() instanceof Closure<?> closure) {
                    closures.put(e.getKey(), closure);
                } else if (e.getKey().equals(FAIL_FAST) && e.getValue() instanceof Boolean b) {
                    failFast = b;
                } else {
                    throw new IllegalArgumentException(
                            "Expected a closure or failFast but found " + e.getKey() + "=" + e.getValue());
                }
            }
            return new ParallelStep(closures, failFast);
        }
    }
}
