package io.jenkins.plugins.sagemaker.lab.cli.collect;

import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.StepValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Reads what a step was given and what it returned: plain maps, whose shape only the step knows. */
record Values(Map<?, ?> map) {

    private static final int LONGEST = 300;

    /** What the step returned, if it was a map; else nothing. */
    static Values returnedBy(FlowNode node) {
        return new Values(value(node) instanceof Map<?, ?> map ? map : Map.of());
    }

    static Values givenTo(FlowNode node) {
        return new Values(ArgumentsAction.getArguments(node));
    }

    /** What the step returned if it is data; null otherwise. */
    static Object value(FlowNode node) {
        StepValue returned = node.getAction(StepValue.class);
        return returned == null ? null : data(returned.value());
    }

    boolean isEmpty() {
        return map.isEmpty();
    }

    /** A map within the map; an empty one if there is none. */
    Values values(String key) {
        return new Values(map.get(key) instanceof Map<?, ?> inner ? inner : Map.of());
    }

    String text(String key) {
        return map.get(key) == null ? "" : String.valueOf(map.get(key));
    }

    /** 0 if there is no such number. */
    double number(String key) {
        return map.get(key) instanceof Number number ? number.doubleValue() : 0;
    }

    List<String> texts(String key) {
        return map.get(key) instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    Map<String, Double> numbers(String key) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        if (map.get(key) instanceof Map<?, ?> all) {
            all.forEach((name, value) -> {
                if (value instanceof Number number) {
                    numbers.put(String.valueOf(name), number.doubleValue());
                }
            });
        }
        return numbers;
    }

    /** All of it as texts of bounded length. */
    Map<String, String> shortened() {
        Map<String, String> texts = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            String text = String.valueOf(value);
            texts.put(String.valueOf(name), text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
        });
        return texts;
    }

    private static Object data(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((k, v) -> copy.put(String.valueOf(k), data(v)));
            return copy;
        }
        if (value instanceof Collection<?> all) {
            return all.stream().map(Values::data).toList();
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
    }
}
