package io.jenkins.plugins.sagemaker.nag.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns the bodies of resources into {@link Resource}s, and notes what it cannot understand. */
final class ResourceReader {
    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z_]\\w*");
    /** A name of a constant of Ruby's: it may have any letters of Unicode. */
    private static final String CONSTANT = "[\\p{Lu}\\p{Lt}][\\w[^\\p{ASCII}]]*";

    private static final Pattern AWS_TYPE =
            Pattern.compile("AWS::" + CONSTANT + "::" + CONSTANT + "(::.*)?", Pattern.DOTALL);
    private static final Pattern OTHER_TYPE =
            Pattern.compile("(?!AWS::)[\\p{Lu}\\p{Lt}\\p{Ll}][\\w@[^\\p{ASCII}]-]*(::[\\w@[^\\p{ASCII}]-]+)*");

    private final Intrinsics intrinsics;
    private final Map<?, ?> parameters;
    private final boolean strict;
    private final List<Malformation> malformations = new ArrayList<>();

    ResourceReader(Intrinsics intrinsics, Object parameters, boolean strict) {
        this.intrinsics = intrinsics;
        this.parameters = !strict && parameters instanceof Map<?, ?> map ? map : Map.of();
        this.strict = strict;
    }

    List<Malformation> malformations() {
        return malformations;
    }

    /** Null if the body is no resource at all. */
    Resource read(String id, Object body) {
        if (!(body instanceof Map<?, ?> map)) {
            malformations.add(new Malformation(id, 1, "it is " + Value.of(body).shape() + ", not a map with a Type"));
            return null;
        }
        Map<?, ?> merged = TemplateShape.merged(map);
        int line = line(id, merged);
        if (!(TypeLine.value(merged.get("Type")) instanceof String name)) {
            malformations.add(new Malformation(id, line, "its Type is not a text"));
            return null;
        }
        String type = name;
        if (!AWS_TYPE.matcher(type).matches() && !OTHER_TYPE.matcher(type).matches()) {
            malformations.add(new Malformation(id, line, "'" + type + "' is not the name of a resource type"));
        }
        Object metadata = map.get("Metadata");
        var properties = new LinkedHashMap<String, Object>();
        try {
            addProperties(map.get("Properties"), properties);
        } catch (MalformedValueException e) {
            malformations.add(new Malformation(id, line, e.getMessage()));
        }
        if (strict) {
            List<String> faults = RequiredProperties.strictFaults(type, map.get("Properties"));
            faults.forEach(fault -> malformations.add(new Malformation(id, line, fault)));
            properties.replaceAll((property, value) -> TypeLine.unwrapped(value));
            type = TypeAliases.apply(type, properties);
        }
        // A property of that name takes the place of the resource's own metadata.
        return new Resource(id, type, line, properties.getOrDefault("metadata", metadata), properties, intrinsics);
    }

    /** A parameter of the same name has its line taken for the resource's. */
    private int line(String id, Map<?, ?> body) {
        Map<?, ?> located = parameters.get(id) instanceof Map<?, ?> parameter ? parameter : body;
        return TypeLine.line(located.get("Type"));
    }

    private void addProperties(Object section, Map<String, Object> properties) {
        if (section == null) {
            return;
        }
        if (!(section instanceof Map<?, ?>)) {
            throw new MalformedValueException(
                    "its Properties are " + Value.of(section).shape() + ", not a map");
        }
        Map<?, ?> written = TemplateShape.merged(section);
        var faults = new ArrayList<String>();
        addEach(written, properties, faults);
        if (written.containsKey("Fn::If")) {
            Object branch = intrinsics.outcome(Collections.singletonMap("Fn::If", written.get("Fn::If")));
            if (branch instanceof Map<?, ?> more) {
                addEach(more, properties, faults);
            } else {
                faults.add(
                        "Fn::If among its Properties gives " + Value.of(branch).shape() + ", not a map");
            }
        }
        if (!faults.isEmpty()) {
            throw new MalformedValueException(String.join("; ", faults));
        }
    }

    private void addEach(Map<?, ?> written, Map<String, Object> properties, List<String> faults) {
        written.forEach((name, value) -> {
            String text = name instanceof String || name instanceof Symbol ? RubyText.of(name) : "";
            if (PROPERTY.matcher(text.replace('-', '_')).matches()) {
                properties.put(Resource.attribute(text), outcome(value, faults));
            } else if (!text.equals("Fn::If") && !text.equals("Fn::Transform")) {
                faults.add("'" + RubyText.of(name) + "' is not the name of a property");
            }
        });
    }

    private Object outcome(Object value, List<String> faults) {
        try {
            return intrinsics.outcome(value);
        } catch (MalformedValueException e) {
            faults.add(e.getMessage());
            return value;
        }
    }
}
