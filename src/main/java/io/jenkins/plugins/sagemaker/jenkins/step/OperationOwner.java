package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.model.Run;
import io.jenkins.plugins.sagemaker.operation.Operation;
import io.jenkins.plugins.sagemaker.operation.OperationRun.Limits;
import java.io.IOException;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * An operation and the step that it belongs to: all that is needed to go on with it, or to stop it when its build no longer can.
 *
 * @param build external id of the build
 * @param node id of the step in the build's flow graph
 */
record OperationOwner<C, S extends Serializable>(
        String build, String node, Operation<C, S, ?> operation, Surroundings<C> surroundings, Limits limits)
        implements Serializable {

    static <C, S extends Serializable> OperationOwner<C, S> of(
            StepContext context, Operation<C, S, ?> operation, Surroundings<C> surroundings, Limits limits)
            throws IOException, InterruptedException {
        return new OperationOwner<>(
                context.get(Run.class).getExternalizableId(),
                context.get(FlowNode.class).getId(),
                operation,
                surroundings,
                limits);
    }
}
