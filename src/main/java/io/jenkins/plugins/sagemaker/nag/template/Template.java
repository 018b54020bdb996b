package io.jenkins.plugins.sagemaker.nag.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A template as the rules see it: resources by type and by logical id, parameters, and the links between resources.
 * Never changes once read, but belongs to one thread at a time because its resources resolve lazily.
 */
public final class Template {
    private final Map<String, Resource> resources;
    private final Map<String, List<Resource>> byType = new LinkedHashMap<>();
    private final Parameters parameters;
    private final List<Malformation> malformations;
    private final Map<Object, Object> raw;
    private final Links links;
    private final boolean strict;

    Template(
            Map<String, Resource> resources,
            Parameters parameters,
            List<Malformation> malformations,
            Map<Object, Object> raw,
            boolean strict) {
        this.strict = strict;
        this.resources = resources;
        this.parameters = parameters;
        this.malformations = new ArrayList<>(malformations);
        this.raw = raw;
        for (Resource resource : resources.values()) {
            byType.computeIfAbsent(resource.type(), type -> new ArrayList<>()).add(resource);
        }
        byType.replaceAll((type, list) -> List.copyOf(list));
        this.links = Links.of(this, this.malformations);
    }

    /** All resources in the template's order. */
    public Collection<Resource> resources() {
        return List.copyOf(resources.values());
    }

    public Set<String> types() {
        return Set.copyOf(byType.keySet());
    }

    /** The resources of a type in the template's order. */
    public List<Resource> ofType(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** Null if there is none. */
    public Resource resource(String logicalId) {
        return resources.get(logicalId);
    }

    /** Null if no parameter, and no pseudo parameter with a value, has that name. */
    public Parameter parameter(String name) {
        return parameters.get(name);
    }

    /** The whole document as written, after the SAM transform, before any function is worked out. */
    public Value document() {
        return Value.of(raw);
    }

    /** Whether rules look closer than cfn_nag does. */
    public boolean isStrict() {
        return strict;
    }

    public Links links() {
        return links;
    }

    /** What could not be understood while reading. */
    public List<Malformation> malformations() {
        return List.copyOf(malformations);
    }
}
