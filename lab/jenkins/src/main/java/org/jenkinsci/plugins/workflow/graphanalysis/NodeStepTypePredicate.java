package org.jenkinsci.plugins.workflow.graphanalysis;

import com.google.common.base.Predicate;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** Matches the nodes of one kind of step. */
public final class NodeStepTypePredicate implements Predicate<FlowNode> {

    private final StepDescriptor stepDescriptor;

    public NodeStepTypePredicate(@NonNull StepDescriptor descriptorType) {
        this.stepDescriptor = descriptorType;
    }

    /** @param functionName the name by which a Jenkinsfile calls the step */
    public NodeStepTypePredicate(@NonNull String functionName) {
        this.stepDescriptor = StepDescriptor.byFunctionName(functionName);
    }

    public StepDescriptor getStepDescriptor() {
        return stepDescriptor;
    }

    @Override
    public boolean apply(@CheckForNull FlowNode input) {
        return input instanceof StepNode step && step.getDescriptor() == stepDescriptor;
    }
}
