package io.jenkins.plugins.sagemaker.deployment;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is to be deployed: one CloudFormation stack that holds an endpoint with a stable name.
 *
 * @param stackName 1 to 128 letters, digits and hyphens, a letter first (CloudFormation API reference, CreateStack)
 * @param endpointName 1 to 63 letters, digits and hyphens (SageMaker API reference, CreateEndpoint); empty for the stack's name
 * @param template where the template comes from
 * @param parameters values that stand in the Jenkinsfile; they win over the file's
 * @param parametersFile a file of the workspace as {@link ParametersFile} reads it; empty for none
 * @param options how the stack is treated
 */
public record DeployRequest(
        String stackName,
        String endpointName,
        Template template,
        Map<String, String> parameters,
        String parametersFile,
        Options options)
        implements Serializable {

    private static final Pattern STACK_NAME = Pattern.compile("[a-zA-Z][-a-zA-Z0-9]{0,127}");
    private static final Pattern ENDPOINT_NAME = Pattern.compile("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}");

    /** @throws IllegalArgumentException with a sentence for the user if a name is one that AWS does not take */
    public DeployRequest {
        parameters = Map.copyOf(parameters);
        if (!STACK_NAME.matcher(stackName).matches()) {
            throw new IllegalArgumentException("stackName '" + stackName
                    + "' is not a stack name: 1 to 128 letters, digits and hyphens, beginning with a letter.");
        }
        endpointName = endpointName.isEmpty() ? stackName : endpointName;
        if (!ENDPOINT_NAME.matcher(endpointName).matches()) {
            throw new IllegalArgumentException(
                    "endpointName '" + endpointName + "' is not an endpoint name: 1 to 63 letters, "
                            + "digits and hyphens, neither beginning nor ending with a hyphen. (It defaults to stackName.)");
        }
    }

    /**
     * How the stack is treated.
     *
     * @param roleArn the role that CloudFormation works with; empty for the caller's own rights
     * @param capabilities as the user acknowledges them; empty for exactly those that the template needs
     * @param tags of the stack, which CloudFormation hands down to its resources. A tag that differs from build to build makes every
     *     deployment a change
     * @param keepParameters whether a parameter that is not given keeps the value that the stack has, instead of the template's default
     * @param failOnReplacement whether to stop before a change that would delete the endpoint or make a new one in its place
     * @param reviewOnly whether to show what would change, and change nothing
     */
    public record Options(
            String roleArn,
            List<String> capabilities,
            Map<String, String> tags,
            boolean keepParameters,
            boolean failOnReplacement,
            boolean reviewOnly)
            implements Serializable {

        /** The caller's rights, the least capabilities, no replacement. */
        public static final Options DEFAULT = new Options("", List.of(), Map.of(), false, true, false);

        public Options {
            capabilities = List.copyOf(capabilities);
            tags = Map.copyOf(tags);
        }
    }
}
