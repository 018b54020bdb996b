package io.jenkins.plugins.sagemaker.lab.cli.collect;

import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Gate;
import java.util.List;
import java.util.Map;

/** The conditions on numbers that a step was given. Whether they were met is the step's word; here is only put together what it said. */
final class Gates {

    private Gates() {}

    /** @param met those that the step says are met */
    static List<Gate> of(List<String> given, Map<String, Double> numbers, List<String> met) {
        List<String> good = met.stream().map(Gates::dense).toList();
        return given.stream()
                .map(text ->
                        new Gate(text, numbers.get(text.strip().split("\\s*[<>=]")[0]), good.contains(dense(text))))
                .toList();
    }

    static String dense(String text) {
        return text.replaceAll("\\s+", "");
    }
}
