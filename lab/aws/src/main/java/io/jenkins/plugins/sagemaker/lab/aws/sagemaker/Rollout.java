package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.sagemaker.lab.aws.FaultSource;
import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;
import io.jenkins.plugins.sagemaker.lab.aws.sagemaker.ModelLoader.Failed;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Brings deployments of an endpoint up, one at a time. While one comes up, the one before goes on serving; if it does
 * not come up, the one before stays.
 */
final class Rollout {

    private static final Duration INSTANCES = Duration.ofSeconds(110);
    private static final Duration SERVERLESS = Duration.ofSeconds(45);
    private static final Duration CONTAINERS = Duration.ofSeconds(70);
    private static final Duration ROLLBACK = Duration.ofSeconds(60);

    private final Endpoint endpoint;
    private final StoredResource config;
    private final Surroundings surroundings;
    private final ModelLoader loader;

    Rollout(Endpoint endpoint, StoredResource config, Surroundings surroundings, ModelLoader loader) {
        this.endpoint = endpoint;
        this.config = config;
        this.surroundings = surroundings;
        this.loader = loader;
    }

    /** The first deployment of a new endpoint. */
    void create() {
        provisioned(() -> {
            try {
                Deployment deployment = loader.load(endpoint, config);
                after(CONTAINERS, () -> endpoint.serve(deployment, now()));
            } catch (Failed e) {
                after(CONTAINERS, () -> endpoint.giveUp(Endpoint.FAILED, e.getMessage(), now()));
            }
        });
    }

    /**
     * A deployment beside the one that serves.
     *
     * @param deploymentConfig how traffic is to move; may be empty
     * @param retained which properties of variants with the same name are kept: {@code DesiredWeight},
     *     {@code DesiredInstanceCount}
     * @param silentRollback whether the endpoint does not tell why it has rolled back
     */
    void update(JsonNode deploymentConfig, Set<String> retained, boolean silentRollback) {
        provisioned(() -> {
            try {
                Deployment deployment = loader.load(endpoint, config);
                endpoint.serving().ifPresent(old -> retain(old, deployment, retained));
                int instances = deployment.variants().stream()
                        .mapToInt(Variant::instances)
                        .sum();
                Duration shift = TrafficShift.duration(deploymentConfig, instances);
                after(CONTAINERS.plus(shift), () -> finish(deployment, deploymentConfig, silentRollback));
            } catch (Failed e) {
                after(CONTAINERS, () -> rollBack(e.getMessage(), silentRollback));
            }
        });
    }

    private static void retain(Deployment old, Deployment next, Set<String> retained) {
        for (Variant variant : next.variants()) {
            old.find(variant.name()).ifPresent(before -> {
                if (retained.contains("DesiredWeight")) {
                    variant.weight(before.weight());
                }
                if (retained.contains("DesiredInstanceCount") && !before.isServerless() && !variant.isServerless()) {
                    variant.instances(before.instances());
                }
            });
        }
    }

    private void finish(Deployment deployment, JsonNode deploymentConfig, boolean silentRollback) {
        for (JsonNode alarm : deploymentConfig.at("/AutoRollbackConfiguration/Alarms")) {
            String name = alarm.path("AlarmName").asText();
            if (surroundings.faults().chance(FaultSource.ALARM, name)
                    || surroundings.faults().chance(FaultSource.ALARM, endpoint.name())) {
                rollBack("One or more configured alarms are in ALARM state: [" + name + "].", silentRollback);
                return;
            }
        }
        endpoint.serve(deployment, now());
    }

    private void rollBack(String reason, boolean silent) {
        endpoint.enter(Endpoint.UPDATING, Endpoint.ROLLING_BACK, now());
        after(ROLLBACK, () -> endpoint.giveUp(Endpoint.IN_SERVICE, silent ? null : reason, now()));
    }

    private void provisioned(Runnable step) {
        after(EndpointConfigs.hasServerless(config.input()) ? SERVERLESS : INSTANCES, step);
    }

    private void after(Duration delay, Runnable step) {
        surroundings.timeline().after(delay, step);
    }

    private Instant now() {
        return Time.now(surroundings.timeline());
    }
}
