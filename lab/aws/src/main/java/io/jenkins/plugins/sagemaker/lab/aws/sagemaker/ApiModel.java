package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * AWS's API model: which members the input of an operation has, of which type, in which limits. All limits that the
 * model knows are enforced from here; what the model cannot say (this or that member, but not both) is checked where it
 * belongs.
 */
final class ApiModel {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode operations;
    private final Shapes shapes;

    private ApiModel(JsonNode operations, Shapes shapes) {
        this.operations = operations;
        this.shapes = shapes;
    }

    static ApiModel load() {
        try (InputStream in = ApiModel.class.getResourceAsStream("api.json")) {
            JsonNode root = JSON.readTree(in);
            return new ApiModel(root.get("operations"), new Shapes(root.get("shapes")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads and checks an operation's input.
     *
     * @return the input, without members that the API does not know
     * @throws AwsError {@code SerializationException} if a type is wrong, {@code ValidationException} with all broken
     *     limits
     */
    ObjectNode check(String operation, byte[] body) throws AwsError {
        JsonNode input = parse(body);
        List<String> violations = new ArrayList<>();
        JsonNode known = shapes.check(operations.get(operation).asText(), input, "", violations);
        if (!violations.isEmpty()) {
            throw AwsError.validation(violations.size() + " validation error" + (violations.size() == 1 ? "" : "s")
                    + " detected: " + String.join("; ", violations));
        }
        return (ObjectNode) known;
    }

    private static JsonNode parse(byte[] body) throws AwsError {
        if (body.length == 0) {
            return JSON.createObjectNode();
        }
        try {
            JsonNode input = JSON.readTree(body);
            if (input != null && input.isObject()) {
                return input;
            }
        } catch (IOException e) {
            throw new AwsError(400, "SerializationException", "The request's body is not JSON.");
        }
        throw new AwsError(400, "SerializationException", "The request's body is not a JSON object.");
    }
}
