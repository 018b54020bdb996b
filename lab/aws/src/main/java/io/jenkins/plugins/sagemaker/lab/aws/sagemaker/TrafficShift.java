package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.time.Duration;

/**
 * How long a {@code DeploymentConfig} lets a deployment take after its instances are up: the waits between the steps in
 * which traffic moves, and the wait before the old instances go
 * (docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails.html).
 */
final class TrafficShift {

    private TrafficShift() {}

    static void check(JsonNode deploymentConfig) throws AwsError {
        if (deploymentConfig.has("BlueGreenUpdatePolicy") && deploymentConfig.has("RollingUpdatePolicy")) {
            throw AwsError.validation(
                    "DeploymentConfig can have a BlueGreenUpdatePolicy or a RollingUpdatePolicy, but not both.");
        }
        JsonNode routing = deploymentConfig.at("/BlueGreenUpdatePolicy/TrafficRoutingConfiguration");
        String type = routing.path("Type").asText();
        if (type.equals("CANARY") != routing.has("CanarySize")
                || type.equals("LINEAR") != routing.has("LinearStepSize")) {
            throw AwsError.validation(
                    "A TrafficRoutingConfiguration has a CanarySize if and only if its Type is CANARY,"
                            + " and a LinearStepSize if and only if it is LINEAR; this one's is " + type + ".");
        }
    }

    /** @param instances the instances of the endpoint, by which sizes in instances become shares */
    static Duration duration(JsonNode deploymentConfig, int instances) {
        JsonNode rolling = deploymentConfig.path("RollingUpdatePolicy");
        if (!rolling.isMissingNode()) {
            return Duration.ofSeconds(steps(rolling.get("MaximumBatchSize"), instances)
                    * rolling.get("WaitIntervalInSeconds").asLong());
        }
        JsonNode policy = deploymentConfig.path("BlueGreenUpdatePolicy");
        JsonNode routing = policy.path("TrafficRoutingConfiguration");
        long steps =
                switch (routing.path("Type").asText()) {
                    case "CANARY" -> 2;
                    case "LINEAR" -> steps(routing.get("LinearStepSize"), instances);
                    default -> 1;
                };
        return Duration.ofSeconds(steps * routing.path("WaitIntervalInSeconds").asLong()
                + policy.path("TerminationWaitInSeconds").asLong());
    }

    private static long steps(JsonNode size, int instances) {
        double value = Math.max(1, size.get("Value").asDouble());
        double share =
                size.get("Type").asText().equals("INSTANCE_COUNT") ? value / Math.max(1, instances) : value / 100;
        return (long) Math.ceil(1 / Math.min(1, share) - 1e-9);
    }
}
