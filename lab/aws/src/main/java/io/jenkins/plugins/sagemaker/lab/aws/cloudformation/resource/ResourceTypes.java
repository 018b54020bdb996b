package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The schemas of all resource types that the local CloudFormation knows, read from {@code resource-types.yaml}. */
public final class ResourceTypes {

    private static final Map<String, ResourceSchema> SCHEMAS = read();

    private ResourceTypes() {}

    /** The schema of a type, or null if there is none. */
    public static ResourceSchema schema(String type) {
        return SCHEMAS.get(type);
    }

    public static Set<String> names() {
        return SCHEMAS.keySet();
    }

    private static Map<String, ResourceSchema> read() {
        try (InputStream text = ResourceTypes.class.getResourceAsStream("resource-types.yaml")) {
            Map<String, Map<String, Object>> types = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            Map<String, ResourceSchema> schemas = new LinkedHashMap<>();
            types.forEach((type, description) -> schemas.put(type, schema(type, description)));
            return schemas;
        } catch (IOException e) {
            throw new UncheckedIOException("The resource types of the local CloudFormation cannot be read.", e);
        }
    }

    private static ResourceSchema schema(String type, Map<String, Object> description) {
        return new ResourceSchema(
                type,
                (String) description.get("name"),
                names(description.get("createOnly")),
                names(description.get("attributes")),
                structure((Map<?, ?>) description.get("properties")));
    }

    private static Set<String> names(Object list) {
        Set<String> names = new LinkedHashSet<>();
        if (list instanceof List<?> items) {
            items.forEach(item -> names.add(item.toString()));
        }
        return names;
    }

    private static Shape.Structure structure(Map<?, ?> description) {
        Map<String, Shape> members = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        description.forEach((key, shape) -> {
            String name = key.toString();
            if (name.endsWith("!")) {
                name = name.substring(0, name.length() - 1);
                required.add(name);
            }
            members.put(name, shape(shape));
        });
        return new Shape.Structure(members, List.copyOf(required));
    }

    private static Shape shape(Object description) {
        if (description instanceof Map<?, ?> map) {
            return structure(map);
        }
        if (description instanceof List<?> list) {
            return new Shape.Items(shape(list.get(0)));
        }
        return switch (description.toString()) {
            case "string" -> Shape.Scalar.STRING;
            case "integer" -> Shape.Scalar.INTEGER;
            case "number" -> Shape.Scalar.NUMBER;
            case "boolean" -> Shape.Scalar.BOOLEAN;
            case "strings" -> new Shape.Strings();
            case "json" -> new Shape.Json();
            default ->
                throw new IllegalStateException("resource-types.yaml has the unknown shape " + description + ".");
        };
    }
}
