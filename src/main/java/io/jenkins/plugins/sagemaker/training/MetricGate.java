package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.operation.Progress;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a model's metrics must reach for the Pipeline to go on with it.
 *
 * @param fails whether a missed threshold fails the step; else it makes the build unstable
 */
public record MetricGate(List<MetricThreshold> thresholds, boolean fails) implements Serializable {

    private static final long serialVersionUID = 1L;

    public MetricGate {
        thresholds = List.copyOf(thresholds);
    }

    /**
     * The end of an operation that has brought a model.
     *
     * @param model whose it is, for the message: {@code training job digits-17}
     * @param lines what is told anyway; thresholds that are met are told too
     */
    public <S, R> Progress<S, R> judge(String model, Map<String, Double> metrics, R result, List<String> lines) {
        List<String> missed =
                thresholds.stream().flatMap(t -> t.missedBy(metrics).stream()).toList();
        if (missed.isEmpty()) {
            thresholds.forEach(t -> lines.add("  threshold met: " + t));
            return Progress.succeeded(result, lines);
        }
        String reason = "The model of " + model + " is not good enough: " + String.join("; ", missed);
        return fails ? Progress.failed(reason, lines) : new Progress.Succeeded<>(result, List.of(reason), lines);
    }
}
