package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The operations on endpoint configurations. */
final class EndpointConfigs {

    private static final int MEMORY_STEP = 1024;

    private final Shelf<StoredResource> configs = new Shelf<>();
    private final Surroundings surroundings;
    private final Models models;
    private final Tags tags;

    EndpointConfigs(Surroundings surroundings, Models models, Tags tags) {
        this.surroundings = surroundings;
        this.models = models;
        this.tags = tags;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "CreateEndpointConfig",
                this::create,
                "DescribeEndpointConfig",
                request -> find(request.place(), request.text("EndpointConfigName"))
                        .describe(),
                "ListEndpointConfigs",
                request -> new Listing(request.input(), "EndpointConfigs", false).page(configs.all(request.place())),
                "DeleteEndpointConfig",
                this::delete);
    }

    private ObjectNode create(Request request) throws AwsError {
        ObjectNode input = request.input();
        Set<String> names = new HashSet<>();
        double weights = 0;
        for (JsonNode variant : input.get("ProductionVariants")) {
            check(request, (ObjectNode) variant, names);
            weights += variant.get("InitialVariantWeight").asDouble();
        }
        if (weights <= 0) {
            throw AwsError.validation("At least one production variant must have an InitialVariantWeight above 0.");
        }
        JsonNode shadows = input.path("ShadowProductionVariants");
        for (JsonNode variant : shadows) {
            check(request, (ObjectNode) variant, names);
        }
        if (shadows.size() > 0
                && (shadows.size() > 1 || input.get("ProductionVariants").size() > 1)) {
            throw AwsError.validation(
                    "A shadow variant needs exactly one production variant, and there can be only one.");
        }
        if (input.has("AsyncInferenceConfig") && hasServerless(input)) {
            throw AwsError.validation("AsyncInferenceConfig cannot be used with a serverless variant.");
        }
        Tags.check(input.path("Tags"));
        var config = new StoredResource(
                "EndpointConfig", "endpoint-config", input, request.place(), Time.now(surroundings.timeline()));
        if (!configs.add(request.place(), config.name(), config)) {
            throw AwsError.validation(
                    "Cannot create already existing endpoint configuration \"" + config.arn() + "\".");
        }
        tags.create(config.arn(), input.path("Tags"));
        return JsonNodeFactory.instance.objectNode().put("EndpointConfigArn", config.arn());
    }

    private void check(Request request, ObjectNode variant, Set<String> names) throws AwsError {
        String name = variant.get("VariantName").asText();
        if (!names.add(name)) {
            throw AwsError.validation("Variant name '" + name + "' is used by more than one variant.");
        }
        if (!variant.has("ModelName")) {
            throw AwsError.validation(
                    "Variant " + name + " has no ModelName; the local AWS has no inference components.");
        }
        models.find(request.place(), variant.get("ModelName").asText());
        boolean serverless = variant.has("ServerlessConfig");
        boolean instances = variant.has("InstanceType") || variant.has("InstancePools");
        if (serverless == instances) {
            throw AwsError.validation(
                    "Variant " + name + " must have either a ServerlessConfig or an InstanceType, and not both.");
        }
        if (instances && !variant.has("InitialInstanceCount")) {
            throw AwsError.validation("Variant " + name + " has an instance type but no InitialInstanceCount.");
        }
        if (serverless && variant.at("/ServerlessConfig/MemorySizeInMB").asInt() % MEMORY_STEP != 0) {
            throw AwsError.validation("MemorySizeInMB of variant " + name + " is "
                    + variant.at("/ServerlessConfig/MemorySizeInMB") + ", but must be a multiple of " + MEMORY_STEP
                    + ".");
        }
        if (!variant.has("InitialVariantWeight")) {
            variant.put("InitialVariantWeight", 1.0);
        }
    }

    static boolean hasServerless(JsonNode config) {
        for (JsonNode variant : config.get("ProductionVariants")) {
            if (variant.has("ServerlessConfig")) {
                return true;
            }
        }
        return false;
    }

    /** @throws AwsError if there is no such configuration */
    StoredResource find(Place place, String name) throws AwsError {
        return configs.find(place, name)
                .orElseThrow(() -> AwsError.validation(
                        "Could not find endpoint configuration \"" + place.arn("endpoint-config", name) + "\"."));
    }

    private ObjectNode delete(Request request) throws AwsError {
        StoredResource config = find(request.place(), request.text("EndpointConfigName"));
        configs.remove(request.place(), config.name());
        tags.forget(config.arn());
        return null;
    }
}
