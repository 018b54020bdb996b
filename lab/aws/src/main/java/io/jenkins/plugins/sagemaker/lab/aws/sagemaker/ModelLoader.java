package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.FaultSource;
import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Algorithm;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Algorithms;
import io.jenkins.plugins.sagemaker.lab.aws.learner.ContainerFailure;
import io.jenkins.plugins.sagemaker.lab.aws.s3.ObjectStore.StoredObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the containers of an endpoint's variants: downloads model data, loads models, waits for the health check. */
final class ModelLoader {

    private static final Logger LOGGER = Logger.getLogger(ModelLoader.class.getName());

    private final Surroundings surroundings;
    private final Algorithms algorithms;
    private final Models models;

    ModelLoader(Surroundings surroundings, Algorithms algorithms, Models models) {
        this.surroundings = surroundings;
        this.algorithms = algorithms;
        this.models = models;
    }

    /** @throws Failed if not all variants come up */
    Deployment load(Endpoint endpoint, StoredResource config) throws Failed {
        List<Variant> variants = new ArrayList<>();
        for (JsonNode definition : config.input().get("ProductionVariants")) {
            variants.add(load(endpoint, definition));
        }
        return new Deployment(config, variants);
    }

    private Variant load(Endpoint endpoint, JsonNode definition) throws Failed {
        var log = new EndpointLog(surroundings, endpoint);
        String variant = definition.get("VariantName").asText();
        String modelName = definition.get("ModelName").asText();
        String type = definition.path("InstanceType").asText("");
        if (surroundings.faults().chance(FaultSource.CAPACITY, type)) {
            throw new Failed("Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity"
                    + " error. Please retry using a different ML instance type or after some time.");
        }
        List<Variant.Container> containers = new ArrayList<>();
        for (JsonNode container : Models.containers(model(endpoint, modelName))) {
            Map<String, byte[]> files = download(container);
            String image = container.get("Image").asText();
            try {
                if (surroundings.faults().chance(FaultSource.CONTAINER, endpoint.name())
                        || surroundings.faults().chance(FaultSource.CONTAINER, modelName)) {
                    throw ContainerFailure.algorithm("The container was killed");
                }
                log.line(variant, "Loading the model from /opt/ml/model: " + files.keySet());
                containers.add(new Variant.Container(image, algorithm(image).load(files)));
                log.line(variant, "The container is up, GET /ping answers 200");
            } catch (ContainerFailure e) {
                log.line(variant, e.logLine());
                throw notUp(variant);
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, "The container of model " + modelName + " broke", e);
                log.line(variant, "The container broke: " + e);
                throw notUp(variant);
            }
        }
        return new Variant(definition, containers, Time.now(surroundings.timeline()));
    }

    private static Failed notUp(String variant) {
        return new Failed("The primary container for production variant " + variant
                + " did not pass the ping health check. Please check CloudWatch logs for this endpoint.");
    }

    private JsonNode model(Endpoint endpoint, String name) throws Failed {
        try {
            return models.find(endpoint.place(), name).input();
        } catch (AwsError e) {
            throw new Failed(e.getMessage());
        }
    }

    private Algorithm algorithm(String image) throws ContainerFailure {
        return algorithms.find(image).orElseThrow(() -> ContainerFailure.client("No such image: " + image));
    }

    private Map<String, byte[]> download(JsonNode container) throws Failed {
        S3Location data = Models.modelData(container);
        if (data == null) {
            return Map.of();
        }
        if (data.key().endsWith("/")) {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (StoredObject object : surroundings.objects().list(data.bucket(), data.key())) {
                files.put(object.key().substring(data.key().length()), object.content());
            }
            return files;
        }
        byte[] archive = surroundings
                .objects()
                .get(data.bucket(), data.key())
                .orElseThrow(() -> failedDownload(
                        data,
                        "Please ensure that there is an object located at the URL and"
                                + " that the role passed to CreateModel has permissions to download the object."))
                .content();
        try {
            return ModelArchive.unpack(archive);
        } catch (IOException e) {
            throw failedDownload(data, "It is not a gzip-compressed tar archive: " + e.getMessage() + ".");
        }
    }

    private static Failed failedDownload(S3Location data, String advice) {
        return new Failed(
                "Failed to download model data for container \"container_1\" from URL: \"" + data + "\". " + advice);
    }

    /** A deployment did not come up; the message is the endpoint's failure reason. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String reason) {
            super(reason);
        }
    }
}
