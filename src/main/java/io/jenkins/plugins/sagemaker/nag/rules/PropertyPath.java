package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.Element;
import io.jenkins.plugins.sagemaker.nag.template.MalformedValueException;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where in a resource's properties something stands: {@code ProductionVariants[*].InstanceType} are the instance types of
 * all variants. What only the running stack knows, as the result of an unresolved function, leads nowhere.
 */
final class PropertyPath {
    private static final String EACH = "[*]";
    private static final Pattern SHAPE = Pattern.compile("\\w+(\\[\\*])*(\\.\\w+(\\[\\*])*)*");

    private final String text;
    private final List<String> steps;

    private PropertyPath(String text) {
        this.text = text;
        this.steps = Arrays.stream(text.replace(EACH, "." + EACH).split("\\.")).toList();
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException if it is none
     */
    static PropertyPath of(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is not the path of a property; write it like A.B[*].C, with [*] for each of a list.");
        }
        return new PropertyPath(text);
    }

    /** The values at the end of the path, an absent one where it breaks off. */
    List<Value> values(Element resource) {
        List<Value> values = List.of(resource.property(steps.get(0)));
        for (String step : steps.subList(1, steps.size())) {
            var next = new ArrayList<Value>();
            for (Value value : values) {
                follow(value, step, next);
            }
            values = next;
        }
        return values;
    }

    private static void follow(Value value, String step, List<Value> next) {
        if (value.isFunction()) {
            return;
        }
        if (step.equals(EACH)) {
            // A single map stands for a list of one.
            next.addAll(
                    value.isAbsent() || value.isNoValue() ? List.of() : value.isMap() ? List.of(value) : value.items());
        } else if (value.isAbsent() || value.isNoValue()) {
            next.add(Value.ofText(null));
        } else if (value.isMap()) {
            next.add(value.at(step));
        } else {
            throw new MalformedValueException(value.shape() + " stands where a map with " + step + " is expected");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
