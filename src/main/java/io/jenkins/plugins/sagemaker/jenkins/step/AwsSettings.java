package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.EnvVars;
import hudson.model.Run;
import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * What a step says about its account: names and ids only. All may be null.
 *
 * @param credentialsId of AWS credentials that the build may use
 * @param assumeRoleArn the role to assume with them
 * @param endpointUrl another endpoint than AWS's own
 */
record AwsSettings(
        String region,
        String credentialsId,
        String assumeRoleArn,
        String externalId,
        String roleSessionName,
        String endpointUrl)
        implements Surroundings<Aws> {

    @Override
    public Aws of(StepContext context) throws RemoteException, IOException, InterruptedException {
        EnvVars env = context.get(EnvVars.class);
        return AwsConnector.get()
                .connect(this, context.get(Run.class), env == null ? new EnvVars() : env, new AgentWorkspace(context));
    }

    @Override
    public Aws afterEndOf(Run<?, ?> build) throws RemoteException, InterruptedException {
        return AwsConnector.get().connect(this, build, new EnvVars(), NoWorkspace.INSTANCE);
    }
}
