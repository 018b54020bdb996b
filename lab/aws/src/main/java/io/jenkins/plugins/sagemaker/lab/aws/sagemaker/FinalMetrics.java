package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.learner.MetricDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** The metrics that a job's log lines have shown: the last value of each, which is what a job's description has, and all before it. */
final class FinalMetrics {

    private final List<MetricDefinition> definitions;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, List<Double>> courses = new LinkedHashMap<>();

    FinalMetrics(List<MetricDefinition> definitions) {
        this.definitions = List.copyOf(definitions);
    }

    List<MetricDefinition> definitions() {
        return definitions;
    }

    synchronized void observe(String line, Instant time) {
        for (MetricDefinition definition : definitions) {
            Matcher matcher = definition.regex().matcher(line);
            if (matcher.find() && matcher.groupCount() > 0 && matcher.group(1) != null) {
                try {
                    double number = Double.parseDouble(matcher.group(1));
                    values.put(definition.name(), new Value(number, time));
                    courses.computeIfAbsent(definition.name(), name -> new ArrayList<>())
                            .add(number);
                } catch (NumberFormatException e) {
                    // A regex may match more than numbers; SageMaker passes over such lines.
                    continue;
                }
            }
        }
    }

    /** All values of a metric in their order. */
    synchronized List<Double> course(String metric) {
        return List.copyOf(courses.getOrDefault(metric, List.of()));
    }

    synchronized void describe(ObjectNode job) {
        if (!values.isEmpty()) {
            ArrayNode list = job.putArray("FinalMetricDataList");
            values.forEach((name, value) -> list.addObject()
                    .put("MetricName", name)
                    .put("Value", value.number())
                    .put("Timestamp", Time.json(value.time())));
        }
    }

    private record Value(double number, Instant time) {}
}
