package org.jenkinsci.plugins.workflow.flow;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Action;
import hudson.model.TaskListener;
import java.util.List;

/** What a Pipeline job runs. */
public abstract class FlowDefinition extends AbstractDescribableImpl<FlowDefinition> implements ExtensionPoint {

    /** Prepares, but does not start, one run. */
    public abstract FlowExecution create(
            @NonNull FlowExecutionOwner handle, @NonNull TaskListener listener, @NonNull List<? extends Action> actions)
            throws Exception;

    @Override
    public FlowDefinitionDescriptor getDescriptor() {
        return (FlowDefinitionDescriptor) super.getDescriptor();
    }
}
