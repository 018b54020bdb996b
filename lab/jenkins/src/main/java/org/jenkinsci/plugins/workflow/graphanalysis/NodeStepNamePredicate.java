package org.jenkinsci.plugins.workflow.graphanalysis;

import com.google.common.base.Predicate;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** Matches the nodes of the kind of step with that id. */
public final class NodeStepNamePredicate implements Predicate<FlowNode> {

    private final String descriptorId;

    public NodeStepNamePredicate(@NonNull String descriptorId) {
        this.descriptorId = descriptorId;
    }

    public String getDescriptorId() {
        return descriptorId;
    }

    @Override
    public boolean apply(@CheckForNull FlowNode input) {
        StepDescriptor descriptor = input instanceof StepNode step ? step.getDescriptor() : null;
        return descriptor != null && descriptorId.equals(descriptor.getId());
    }
}
