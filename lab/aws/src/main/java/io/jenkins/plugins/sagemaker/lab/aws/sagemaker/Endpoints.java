package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations on endpoints. */
final class Endpoints {

    private static final Duration SCALING = Duration.ofSeconds(60);
    private static final Duration DELETING = Duration.ofSeconds(15);

    private final Shelf<Endpoint> endpoints = new Shelf<>();
    private final Surroundings surroundings;
    private final EndpointConfigs configs;
    private final ModelLoader loader;
    private final Tags tags;
    private final boolean silentRollback;

    Endpoints(
            Surroundings surroundings, EndpointConfigs configs, ModelLoader loader, Tags tags, boolean silentRollback) {
        this.surroundings = surroundings;
        this.configs = configs;
        this.loader = loader;
        this.tags = tags;
        this.silentRollback = silentRollback;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "CreateEndpoint", this::create,
                "DescribeEndpoint", request -> find(request).describe(),
                "ListEndpoints",
                        request ->
                                new Listing(request.input(), "Endpoints", false).page(endpoints.all(request.place())),
                "UpdateEndpoint", this::update,
                "UpdateEndpointWeightsAndCapacities", this::scale,
                "DeleteEndpoint", this::delete);
    }

    Optional<Endpoint> find(Place place, String name) {
        return endpoints.find(place, name);
    }

    private ObjectNode create(Request request) throws AwsError {
        StoredResource config = configs.find(request.place(), request.text("EndpointConfigName"));
        Tags.check(request.input().path("Tags"));
        TrafficShift.check(request.input().path("DeploymentConfig"));
        var endpoint = new Endpoint(request.text("EndpointName"), request.place(), config, now());
        if (!endpoints.add(request.place(), endpoint.name(), endpoint)) {
            throw AwsError.validation("Cannot create already existing endpoint \"" + endpoint.arn() + "\".");
        }
        tags.create(endpoint.arn(), request.input().path("Tags"));
        new Rollout(endpoint, config, surroundings, loader).create();
        return arn(endpoint);
    }

    private ObjectNode update(Request request) throws AwsError {
        Endpoint endpoint = find(request);
        StoredResource config = configs.find(request.place(), request.text("EndpointConfigName"));
        ObjectNode input = request.input();
        JsonNode deploymentConfig = input.path("DeploymentConfig");
        TrafficShift.check(deploymentConfig);
        Set<String> retained = new HashSet<>();
        if (input.path("RetainAllVariantProperties").asBoolean()) {
            retained.addAll(Set.of("DesiredWeight", "DesiredInstanceCount"));
            input.path("ExcludeRetainedVariantProperties")
                    .forEach(property ->
                            retained.remove(property.get("VariantPropertyType").asText()));
        }
        beginUpdate(endpoint);
        endpoint.begin(config, input.get("DeploymentConfig"), now());
        new Rollout(endpoint, config, surroundings, loader).update(deploymentConfig, retained, silentRollback);
        return arn(endpoint);
    }

    private ObjectNode scale(Request request) throws AwsError {
        Endpoint endpoint = find(request);
        JsonNode desired = request.input().get("DesiredWeightsAndCapacities");
        Deployment deployment = endpoint.serving().orElseThrow(() -> inProgress(endpoint));
        for (JsonNode one : desired) {
            String name = one.get("VariantName").asText();
            if (deployment.find(name).isEmpty()) {
                throw AwsError.validation("Endpoint \"" + endpoint.arn() + "\" has no variant " + name + ".");
            }
        }
        beginUpdate(endpoint);
        surroundings.timeline().after(SCALING, () -> {
            for (JsonNode one : desired) {
                Variant variant =
                        deployment.find(one.get("VariantName").asText()).orElseThrow();
                variant.weight(one.path("DesiredWeight").asDouble(variant.weight()));
                variant.instances(one.path("DesiredInstanceCount").asInt(variant.instances()));
            }
            endpoint.enter(Endpoint.UPDATING, Endpoint.IN_SERVICE, now());
        });
        return arn(endpoint);
    }

    private void beginUpdate(Endpoint endpoint) throws AwsError {
        if (!endpoint.enter(Endpoint.IN_SERVICE, Endpoint.UPDATING, now())) {
            throw inProgress(endpoint);
        }
    }

    private ObjectNode delete(Request request) throws AwsError {
        Endpoint endpoint = find(request);
        if (!endpoint.enter(Endpoint.IN_SERVICE, Endpoint.DELETING, now())
                && !endpoint.enter(Endpoint.FAILED, Endpoint.DELETING, now())) {
            throw inProgress(endpoint);
        }
        endpoint.delete(now());
        surroundings.timeline().after(DELETING, () -> {
            endpoints.remove(endpoint.place(), endpoint.name());
            tags.forget(endpoint.arn());
        });
        return null;
    }

    private static AwsError inProgress(Endpoint endpoint) {
        return AwsError.validation(
                endpoint.status().equals(Endpoint.FAILED)
                        ? "Cannot update failed endpoint \"" + endpoint.arn() + "\"."
                        : "Cannot update in-progress endpoint \"" + endpoint.arn() + "\".");
    }

    private Endpoint find(Request request) throws AwsError {
        Place place = request.place();
        String name = request.text("EndpointName");
        return endpoints
                .find(place, name)
                .orElseThrow(
                        () -> AwsError.validation("Could not find endpoint \"" + place.arn("endpoint", name) + "\"."));
    }

    private static ObjectNode arn(Endpoint endpoint) {
        return JsonNodeFactory.instance.objectNode().put("EndpointArn", endpoint.arn());
    }

    private Instant now() {
        return Time.now(surroundings.timeline());
    }
}
