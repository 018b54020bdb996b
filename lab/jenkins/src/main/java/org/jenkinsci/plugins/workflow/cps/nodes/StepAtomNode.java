package org.jenkinsci.plugins.workflow.cps.nodes;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import org.jenkinsci.plugins.workflow.cps.CpsFlowExecution;
import org.jenkinsci.plugins.workflow.graph.AtomNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** A step without a block. */
public class StepAtomNode extends AtomNode implements StepNode {

    private final String descriptorId;

    public StepAtomNode(CpsFlowExecution exec, StepDescriptor d, FlowNode parent) {
        this(exec, exec.labNextId(), d.getId(), parent);
    }

    private StepAtomNode(CpsFlowExecution exec, String id, String descriptorId, FlowNode... parents) {
        super(exec, id, parents);
        this.descriptorId = descriptorId;
    }

    /** Hook of the stand-in: a node that was read from disk. */
    public static StepAtomNode labLoad(CpsFlowExecution exec, String id, String descriptorId, FlowNode... parents) {
        return new StepAtomNode(exec, id, descriptorId, parents);
    }

    /** Hook of the stand-in. */
    public String labDescriptorId() {
        return descriptorId;
    }

    @Override
    public @CheckForNull StepDescriptor getDescriptor() {
        return StepDescriptors.byId(descriptorId);
    }

    @Override
    protected String getTypeDisplayName() {
        StepDescriptor d = getDescriptor();
        return d != null ? d.getDisplayName() : descriptorId;
    }

    @Override
    protected String getTypeFunctionName() {
        StepDescriptor d = getDescriptor();
        return d != null ? d.getFunctionName() : descriptorId;
    }
}
