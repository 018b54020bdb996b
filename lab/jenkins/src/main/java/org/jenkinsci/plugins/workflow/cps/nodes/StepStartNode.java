package org.jenkinsci.plugins.workflow.cps.nodes;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import org.jenkinsci.plugins.workflow.actions.BodyInvocationAction;
import org.jenkinsci.plugins.workflow.cps.CpsFlowExecution;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** The start of a step with a block, or of its block. */
public class StepStartNode extends BlockStartNode implements StepNode {

    private final String descriptorId;

    public StepStartNode(CpsFlowExecution exec, StepDescriptor d, FlowNode parent) {
        this(exec, exec.labNextId(), d.getId(), parent);
    }

    private StepStartNode(CpsFlowExecution exec, String id, String descriptorId, FlowNode... parents) {
        super(exec, id, parents);
        this.descriptorId = descriptorId;
    }

    /** Hook of the stand-in: a node that was read from disk. */
    public static StepStartNode labLoad(CpsFlowExecution exec, String id, String descriptorId, FlowNode... parents) {
        return new StepStartNode(exec, id, descriptorId, parents);
    }

    /** Hook of the stand-in. */
    public String labDescriptorId() {
        return descriptorId;
    }

    @Override
    public @CheckForNull StepDescriptor getDescriptor() {
        return StepDescriptors.byId(descriptorId);
    }

    /** Whether this starts the block rather than the step. */
    public boolean isBody() {
        return getPersistentAction(BodyInvocationAction.class) != null;
    }

    public String getStepName() {
        StepDescriptor d = getDescriptor();
        return d != null ? d.getDisplayName() : descriptorId;
    }

    @Override
    protected String getTypeDisplayName() {
        return getStepName() + (isBody() ? " : Body" : "") + " : Start";
    }

    @Override
    protected String getTypeFunctionName() {
        if (isBody()) {
            return "{";
        }
        StepDescriptor d = getDescriptor();
        return d != null ? d.getFunctionName() : descriptorId;
    }
}
