package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Algorithms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The operations on models. */
final class Models {

    private final Shelf<StoredResource> models = new Shelf<>();
    private final Surroundings surroundings;
    private final Algorithms algorithms;
    private final Tags tags;

    Models(Surroundings surroundings, Algorithms algorithms, Tags tags) {
        this.surroundings = surroundings;
        this.algorithms = algorithms;
        this.tags = tags;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "CreateModel",
                this::create,
                "DescribeModel",
                request -> find(request.place(), request.text("ModelName")).describe(),
                "ListModels",
                request -> new Listing(request.input(), "Models", false).page(models.all(request.place())),
                "DeleteModel",
                this::delete);
    }

    private ObjectNode create(Request request) throws AwsError {
        ObjectNode input = request.input();
        if (input.has("PrimaryContainer") == input.path("Containers").size() > 0) {
            throw AwsError.validation("A model must have either a PrimaryContainer or Containers, and not both.");
        }
        for (JsonNode container : containers(input)) {
            check(request, container);
        }
        Tags.check(input.path("Tags"));
        var model = new StoredResource("Model", "model", input, request.place(), Time.now(surroundings.timeline()));
        if (!models.add(request.place(), model.name(), model)) {
            throw AwsError.validation("Cannot create already existing model \"" + model.arn() + "\".");
        }
        tags.create(model.arn(), input.path("Tags"));
        return JsonNodeFactory.instance.objectNode().put("ModelArn", model.arn());
    }

    static List<JsonNode> containers(JsonNode model) {
        List<JsonNode> containers = new ArrayList<>();
        if (model.has("PrimaryContainer")) {
            containers.add(model.get("PrimaryContainer"));
        }
        model.path("Containers").forEach(containers::add);
        return containers;
    }

    /** Where a container's model data lie; null if it has none. */
    static S3Location modelData(JsonNode container) {
        String url = container
                .path("ModelDataUrl")
                .asText(container.at("/ModelDataSource/S3DataSource/S3Uri").asText(""));
        return url.isEmpty() ? null : S3Location.parse(url);
    }

    private void check(Request request, JsonNode container) throws AwsError {
        if (!container.has("Image")) {
            throw AwsError.validation(
                    container.has("ModelPackageName")
                            ? "Could not find model package " + container.get("ModelPackageName") + "."
                            : "Each container must have an Image or a ModelPackageName.");
        }
        if (container.has("ModelDataUrl") && container.has("ModelDataSource")) {
            throw AwsError.validation("A container has either ModelDataUrl or ModelDataSource, and not both.");
        }
        String image = container.get("Image").asText();
        if (algorithms.find(image).isEmpty()) {
            throw AwsError.validation("Requested image " + image + " not found.");
        }
        S3Location data = modelData(container);
        boolean there = data == null
                || surroundings.objects().get(data.bucket(), data.key()).isPresent()
                || data.key().endsWith("/")
                        && !surroundings
                                .objects()
                                .list(data.bucket(), data.key())
                                .isEmpty();
        if (!there) {
            throw AwsError.validation("Could not find model data at " + data + ". Please ensure that the object exists"
                    + " in region " + request.call().region() + " and that the role "
                    + request.input().path("ExecutionRoleArn").asText("") + " may read it.");
        }
    }

    /** @throws AwsError if there is no such model */
    StoredResource find(Place place, String name) throws AwsError {
        return models.find(place, name)
                .orElseThrow(() -> AwsError.validation("Could not find model \"" + place.arn("model", name) + "\"."));
    }

    private ObjectNode delete(Request request) throws AwsError {
        StoredResource model = find(request.place(), request.text("ModelName"));
        models.remove(request.place(), model.name());
        tags.forget(model.arn());
        return null;
    }
}
