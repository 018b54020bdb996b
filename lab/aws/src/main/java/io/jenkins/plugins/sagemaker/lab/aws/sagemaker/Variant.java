package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.learner.InvocationFailure;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Predictor;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Predictor.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A production variant with its containers up and its share of the traffic. */
final class Variant {

    private final JsonNode definition;
    private final List<Container> containers;
    private final Instant deployed;
    private volatile double weight;
    private volatile int instances;

    /** @param definition the variant's part of the endpoint configuration */
    Variant(JsonNode definition, List<Container> containers, Instant deployed) {
        this.definition = definition;
        this.containers = List.copyOf(containers);
        this.deployed = deployed;
        this.weight = definition.get("InitialVariantWeight").asDouble();
        this.instances = definition.path("InitialInstanceCount").asInt(0);
    }

    String name() {
        return definition.get("VariantName").asText();
    }

    boolean isServerless() {
        return definition.has("ServerlessConfig");
    }

    double weight() {
        return weight;
    }

    int instances() {
        return instances;
    }

    void weight(double newWeight) {
        weight = newWeight;
    }

    void instances(int newInstances) {
        instances = newInstances;
    }

    /** Sends a request through the containers, each of which gets the answer of the one before. */
    Answer answer(byte[] body, String contentType, String accept) throws InvocationFailure {
        Answer answer = null;
        for (Container container : containers) {
            answer = answer == null
                    ? container.predictor().answer(body, contentType, accept)
                    : container
                            .predictor()
                            .answer(answer.body().getBytes(StandardCharsets.UTF_8), answer.contentType(), accept);
        }
        return answer;
    }

    ObjectNode describe() {
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        summary.put("VariantName", name());
        ArrayNode images = summary.putArray("DeployedImages");
        for (Container container : containers) {
            images.addObject()
                    .put("SpecifiedImage", container.image())
                    .put("ResolvedImage", container.resolvedImage())
                    .put("ResolutionTime", Time.json(deployed));
        }
        summary.put("CurrentWeight", weight);
        summary.put("DesiredWeight", weight);
        if (isServerless()) {
            summary.set("CurrentServerlessConfig", definition.get("ServerlessConfig"));
        } else {
            summary.put("CurrentInstanceCount", instances);
            summary.put("DesiredInstanceCount", instances);
        }
        for (String member : List.of("ManagedInstanceScaling", "RoutingConfig")) {
            if (definition.has(member)) {
                summary.set(member, definition.get(member));
            }
        }
        return summary;
    }

    /**
     * One container.
     *
     * @param image its image as the model names it
     * @param predictor what runs in it
     */
    record Container(String image, Predictor predictor) {

        /** The image by digest; as nothing is pulled, the digest is made of the name. */
        String resolvedImage() {
            int at = image.indexOf('@');
            int tag = image.indexOf(':', image.lastIndexOf('/'));
            String repository = at > 0 ? image.substring(0, at) : tag > 0 ? image.substring(0, tag) : image;
            return at > 0 ? image : repository + "@sha256:" + Digest.hex(image);
        }
    }
}
