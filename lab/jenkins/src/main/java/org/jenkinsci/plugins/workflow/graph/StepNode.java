package org.jenkinsci.plugins.workflow.graph;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** A node that a step made. */
public interface StepNode {

    /** The kind of step; null where its plugin is gone. */
    @CheckForNull
    StepDescriptor getDescriptor();
}
