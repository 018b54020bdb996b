package org.jenkinsci.plugins.workflow.cps.nodes;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowExecution;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** The end of a step with a block, or of its block. */
public class StepEndNode extends BlockEndNode<StepStartNode> implements StepNode {

    public StepEndNode(CpsFlowExecution exec, StepStartNode start, List<FlowNode> parents) {
        super(exec, exec.labNextId(), start, parents);
    }

    public StepEndNode(CpsFlowExecution exec, StepStartNode start, FlowNode... parents) {
        this(exec, start, List.of(parents));
    }

    private StepEndNode(CpsFlowExecution exec, String id, StepStartNode start, FlowNode... parents) {
        super(exec, id, start, parents);
    }

    /** Hook of the stand-in: a node that was read from disk. */
    public static StepEndNode labLoad(CpsFlowExecution exec, String id, StepStartNode start, FlowNode... parents) {
        return new StepEndNode(exec, id, start, parents);
    }

    @Override
    public @CheckForNull StepDescriptor getDescriptor() {
        return getStartNode().getDescriptor();
    }

    @Override
    protected String getTypeDisplayName() {
        return getStartNode().getStepName() + (getStartNode().isBody() ? " : Body" : "") + " : End";
    }

    @Override
    protected String getTypeFunctionName() {
        return getStartNode().isBody() ? "}" : "// " + getStartNode().getTypeFunctionName();
    }
}
