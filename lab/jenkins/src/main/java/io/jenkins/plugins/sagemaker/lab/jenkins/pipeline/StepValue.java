package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import hudson.model.InvisibleAction;

/** What a step returned to the Pipeline, for whoever reports on the build; known to the session that it ended in. */
public final class StepValue extends InvisibleAction {

    private final Object value;

    public StepValue(Object value) {
        this.value = value;
    }

    public Object value() {
        return value;
    }
}
