package io.jenkins.plugins.sagemaker.lab.aws.learner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tribuo.Model;
import org.tribuo.protos.core.ModelProto;

/**
 * What our containers leave in {@code /opt/ml/model}: the parameters as Tribuo's protocol buffers, and what is needed
 * to prepare an input for them as JSON.
 */
final class ModelFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PARAMETERS = "model.tribuo";
    private static final String DESCRIPTION = "model.json";

    private ModelFile() {}

    static ObjectNode description() {
        return JSON.createObjectNode();
    }

    static void save(TrainingContainer container, ObjectNode description, List<? extends Model<?>> models) {
        var out = new ByteArrayOutputStream();
        try {
            for (Model<?> model : models) {
                model.serialize().writeDelimitedTo(out);
            }
            container.save(PARAMETERS, out.toByteArray());
            container.save(DESCRIPTION, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(description));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail to be written
        }
    }

    /**
     * @param members that the description of such a model has; another algorithm's model lacks one of them
     * @throws ContainerFailure if the file is missing or is not ours
     */
    static JsonNode loadDescription(Map<String, byte[]> files, String... members) throws ContainerFailure {
        JsonNode description;
        try {
            description = JSON.readTree(find(files, DESCRIPTION));
        } catch (IOException e) {
            throw unreadable(DESCRIPTION, e);
        }
        for (String member : members) {
            if (!description.has(member)) {
                throw ContainerFailure.algorithm(
                        "The model data is not of this algorithm: its " + DESCRIPTION + " has no " + member + ".");
            }
        }
        return description;
    }

    /** @throws ContainerFailure if the file is missing or is not ours */
    static List<Model<?>> loadModels(Map<String, byte[]> files) throws ContainerFailure {
        var in = new ByteArrayInputStream(find(files, PARAMETERS));
        List<Model<?>> models = new ArrayList<>();
        try {
            for (ModelProto proto = ModelProto.parseDelimitedFrom(in);
                    proto != null;
                    proto = ModelProto.parseDelimitedFrom(in)) {
                models.add(Model.deserialize(proto));
            }
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            throw unreadable(PARAMETERS, e);
        }
        if (models.isEmpty()) {
            throw ContainerFailure.algorithm("The model file " + PARAMETERS + " is empty.");
        }
        return models;
    }

    private static byte[] find(Map<String, byte[]> files, String name) throws ContainerFailure {
        byte[] content = files.get(name);
        if (content == null) {
            throw ContainerFailure.algorithm("The model data has no file " + name + ", only " + files.keySet() + ".");
        }
        return content;
    }

    private static ContainerFailure unreadable(String name, Exception cause) {
        return ContainerFailure.algorithm("The model file " + name + " cannot be read: " + cause.getMessage());
    }
}
