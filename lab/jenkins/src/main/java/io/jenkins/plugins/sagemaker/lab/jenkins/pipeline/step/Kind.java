package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** A kind of step of the lab: its name, whether it is called with a block, and what it needs. */
public abstract class Kind extends StepDescriptor {

    private final String function;
    private final boolean block;
    private final Set<Class<?>> required;

    protected Kind(String function, boolean block, Class<?>... required) {
        this.function = function;
        this.block = block;
        this.required = Set.of(required);
    }

    @Override
    public String getFunctionName() {
        return function;
    }

    @Override
    public boolean takesImplicitBlockArgument() {
        return block;
    }

    @Override
    public Set<? extends Class<?>> getRequiredContext() {
        return required;
    }

    @Override
    public String getDisplayName() {
        return function;
    }
}
