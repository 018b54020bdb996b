package org.jenkinsci.plugins.workflow.flow;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Told of every step before it starts; may end it at once through its context. */
public interface StepListener extends ExtensionPoint {
    void notifyOfNewStep(@NonNull Step s, @NonNull StepContext context);
}
