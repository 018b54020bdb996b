package org.jenkinsci.plugins.workflow.cps;

import groovy.lang.Closure;
import groovy.lang.GString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/**
 * The arguments of a call, taken apart as Jenkins takes them: names and values, and the block.
 *
 * @param interpolated the values that the Jenkinsfile made by Groovy string interpolation
 */
record StepArguments(Map<String, Object> named, Closure<?> body, Set<String> interpolated) {

    /** Takes the arguments of a call of that kind of step apart. */
    static StepArguments parse(Object args, StepDescriptor d) {
        String sole = null;
        boolean onlyOne = false;
        try {
            DescribableModel<?> model = DescribableModel.of(d.clazz);
            DescribableParameter parameter = model.getSoleRequiredParameter();
            sole = parameter == null ? null : parameter.getName();
            onlyOne = parameter != null
                    && model.hasSingleRequiredParameter()
                    && model.getParameters().size() == 1;
        } catch (IllegalArgumentException withoutBoundConstructor) {
            // Steps such as parallel build themselves from any map.
            sole = null;
        }
        return parse(args, d.takesImplicitBlockArgument(), sole, onlyOne);
    }

    /**
     * @param sole the name of what a single unnamed argument means; null where one is not allowed
     * @param onlyOne whether there is no other parameter, so that a map is the value of that one
     */
    static StepArguments parse(Object args, boolean expectsBlock, String sole, boolean onlyOne) {
        if (args instanceof StepArguments ready) {
            return ready;
        }
        List<Object> list = new ArrayList<>();
        if (args instanceof Object[] array) {
            list.addAll(java.util.Arrays.asList(array));
        } else {
            list.add(args);
        }
        Closure<?> body = null;
        if (expectsBlock && !list.isEmpty() && list.get(list.size() - 1) instanceof Closure<?> last) {
            body = last;
            list.remove(list.size() - 1);
        }
        if (list.size() > 1) {
            throw new IllegalArgumentException("Expected named arguments but got " + list);
        }
        if (list.isEmpty()) {
            return of(Map.of(), body);
        }
        Object only = list.get(0);
        if (only instanceof Map<?, ?> map && !map.containsKey("$class") && !(onlyOne && !isJust(map, sole))) {
            return of(map, body);
        }
        if (sole == null) {
            throw new IllegalArgumentException("Expected named arguments but got " + only);
        }
        Map<String, Object> single = new LinkedHashMap<>();
        single.put(sole, only);
        return of(single, body);
    }

    private static boolean isJust(Map<?, ?> map, String key) {
        return map.size() == 1 && map.containsKey(key);
    }

    private static StepArguments of(Map<?, ?> map, Closure<?> body) {
        Set<String> interpolated = new LinkedHashSet<>();
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(key.toString(), flatten(value, interpolated)));
        return new StepArguments(named, body, interpolated);
    }

    /** Makes plain strings of interpolated ones, at any depth. */
    private static Object flatten(Object value, Set<String> interpolated) {
        if (value instanceof GString) {
            interpolated.add(value.toString());
            return value.toString();
        }
        if (value instanceof List<?> list) {
            List<Object> flat = new ArrayList<>();
            list.forEach(element -> flat.add(flatten(element, interpolated)));
            return flat;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> flat = new LinkedHashMap<>();
            map.forEach((key, element) -> flat.put(flatten(key, interpolated), flatten(element, interpolated)));
            return flat;
        }
        return value;
    }
}
