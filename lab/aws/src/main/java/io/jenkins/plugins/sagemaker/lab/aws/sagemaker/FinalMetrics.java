package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.learner.MetricDefinition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** The last value of each metric that a job's log lines have shown. */
final class FinalMetrics {

    private final List<MetricDefinition> definitions;
    private final Map<String, Value> values = new LinkedHashMap<>();

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
                    values.put(definition.name(), new Value(Double.parseDouble(matcher.group(1)), time));
                } catch (NumberFormatException e) {
                    // A regex may match more than numbers; SageMaker passes over such lines.
                    continue;
                }
            }
        }
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
