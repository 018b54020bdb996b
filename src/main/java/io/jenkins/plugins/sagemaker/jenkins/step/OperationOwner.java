package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.model.Run;
import io.jenkins.plugins.sagemaker.aws.ConsoleLinks;
import io.jenkins.plugins.sagemaker.deployment.DeployOperation;
import io.jenkins.plugins.sagemaker.jenkins.config.SageMakerConfiguration;
import io.jenkins.plugins.sagemaker.operation.Operation;
import io.jenkins.plugins.sagemaker.operation.OperationRun.Limits;
import io.jenkins.plugins.sagemaker.training.TrainingOperation;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
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

    /** Where a person finds in AWS what the operation has started, as far as that can be told from here. */
    Optional<String> link() {
        if (!(surroundings instanceof AwsSettings settings)) {
            return Optional.empty();
        }
        String region = settings.region() == null ? SageMakerConfiguration.get().getRegion() : settings.region();
        if (region == null) {
            return Optional.empty();
        }
        if (operation instanceof TrainingOperation training) {
            return Optional.of(
                    ConsoleLinks.trainingJob(region, training.request().jobName()));
        }
        return operation instanceof DeployOperation deployment
                ? Optional.of(ConsoleLinks.stack(region, deployment.request().stackName()))
                : Optional.empty();
    }
}
