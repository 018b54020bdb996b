package io.jenkins.plugins.sagemaker.deployment;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a deployment has brought.
 *
 * @param stackId the stack's ARN; empty if a review found no stack
 * @param stackStatus as CloudFormation names it, for example {@code UPDATE_COMPLETE}; empty if there is no stack
 * @param changed whether the stack was changed
 * @param endpointName as it must be given to invoke the endpoint; names are case-sensitive there
 * @param endpointArn empty only after a review of a stack that does not exist yet
 * @param endpointConfigName the configuration that the endpoint serves now
 * @param previousEndpointConfigName the one that it served before; empty if there was none
 * @param outputs of the stack
 * @param consoleUrl the endpoint's page in the AWS console
 */
public record DeployResult(
        String stackId,
        String stackStatus,
        boolean changed,
        String endpointName,
        String endpointArn,
        String endpointConfigName,
        String previousEndpointConfigName,
        Map<String, String> outputs,
        String consoleUrl)
        implements Serializable {

    public DeployResult {
        outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
    }
}
