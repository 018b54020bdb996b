package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.List;
import java.util.Map;

/**
 * What a request says about its containers.
 *
 * @param command {@code ContainerEntrypoint} and {@code ContainerArguments}; empty to run what the image has
 * @param environment the request's variables, and those that SageMaker adds
 * @param instanceType type of the instances
 * @param hosts names of the hosts, {@code algo-1} first
 */
public record ContainerSetting(
        List<String> command, Map<String, String> environment, String instanceType, List<String> hosts) {

    public ContainerSetting {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        hosts = List.copyOf(hosts);
    }
}
