package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.EnvVars;
import hudson.Util;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.io.IOException;
import jenkins.model.Jenkins;
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

    /** With the region and the endpoint of that environment, where the step names none. */
    AwsSettings within(EnvVars env) {
        return new AwsSettings(
                first(region, env, "AWS_REGION", "AWS_DEFAULT_REGION"),
                credentialsId,
                assumeRoleArn,
                externalId,
                roleSessionName,
                first(endpointUrl, env, "AWS_ENDPOINT_URL"));
    }

    private static String first(String given, EnvVars env, String... names) {
        String found = Util.fixEmptyAndTrim(given);
        for (String name : names) {
            found = found == null && env != null ? Util.fixEmptyAndTrim(env.get(name)) : found;
        }
        return found;
    }

    @Override
    public Aws of(StepContext context) throws RemoteException, IOException, InterruptedException {
        EnvVars env = context.get(EnvVars.class);
        return AwsConnector.get()
                .connect(this, context.get(Run.class), env == null ? new EnvVars() : env, new AgentWorkspace(context));
    }

    @Override
    public Aws afterEndOf(Run<?, ?> build) throws RemoteException, InterruptedException {
        return AwsConnector.get().connect(this, build, globalEnvironment(), NoWorkspace.INSTANCE);
    }

    /** What all builds of this controller have in their environment; what {@code withCredentials} had put there is gone with the build. */
    private static EnvVars globalEnvironment() throws RemoteException, InterruptedException {
        Computer controller = Jenkins.get().toComputer();
        try {
            return controller == null ? new EnvVars() : controller.buildEnvironment(TaskListener.NULL);
        } catch (IOException e) {
            throw new RemoteException(
                    RemoteException.Kind.TRANSIENT,
                    "",
                    "Could not read the controller's environment: " + e.getMessage(),
                    e);
        }
    }
}
