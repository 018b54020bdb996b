package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.model.Run;
import io.jenkins.plugins.sagemaker.aws.ConsoleLinks;
import io.jenkins.plugins.sagemaker.deployment.DeployOperation;
import io.jenkins.plugins.sagemaker.jenkins.config.SageMakerConfiguration;
import io.jenkins.plugins.sagemaker.operation.Operation;
import io.jenkins.plugins.sagemaker.operation.OperationRun.Limits;
import io.jenkins.plugins.sagemaker.training.TrainingOperation;
import io.jenkins.plugins.sagemaker.tuning.TuningOperation;
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

    /** What a user calls it, and where a person finds it in AWS, as far as that can be told from here. */
    record Place(String name, String url) {}

    /** @param state the last one that is known */
    Place place(Serializable state) {
        String region = surroundings instanceof AwsSettings settings && settings.region() != null
                ? settings.region()
                : SageMakerConfiguration.get().getRegion();
        if (operation instanceof TrainingOperation training) {
            String job = training.jobName(state);
            return new Place("training job " + job, region == null ? null : ConsoleLinks.trainingJob(region, job));
        }
        if (operation instanceof TuningOperation tuning && region != null) {
            return new Place(
                    operation.name(),
                    ConsoleLinks.tuningJob(region, tuning.request().jobName()));
        }
        if (operation instanceof DeployOperation deployment && region != null) {
            return new Place(
                    operation.name(),
                    ConsoleLinks.stack(region, deployment.request().stackName()));
        }
        return new Place(operation.name(), null);
    }

    /**
     * Whether it is left running when it is asked to stop.
     *
     * @param state the last one that is known
     */
    @SuppressWarnings("unchecked")
    boolean isLeftOnStop(Serializable state) {
        return limits.leaveOnStop() || operation.isLeftOnStop((S) state);
    }

    /** Whether it does something in AWS, be it only to ask. */
    boolean isInAws() {
        return surroundings instanceof AwsSettings;
    }
}
