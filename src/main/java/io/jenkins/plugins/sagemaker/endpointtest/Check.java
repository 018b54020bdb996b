package io.jenkins.plugins.sagemaker.endpointtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One thing that was checked, with its outcome.
 *
 * @param group {@code cases}, {@code quality}, {@code errors} or {@code latency}
 * @param micros how long it took, for a case; else 0
 * @param complaint what is wrong, as a clause; empty if nothing is
 */
record Check(String group, String name, long micros, String complaint) {

    boolean passed() {
        return complaint.isEmpty();
    }

    static List<Check> all(EndpointTestRequest request, EndpointTestState state) {
        Measurements measured = state.measured();
        List<Check> checks = new ArrayList<>();
        state.cases().forEach(one -> checks.add(new Check("cases", one.name(), one.micros(), one.complaint())));
        if (!request.metricThresholds().isEmpty()) {
            checks.addAll(thresholds(
                    "quality",
                    request.metricThresholds(),
                    measured.quality().metrics(),
                    "",
                    measure -> measured.quality().whyNot(measure)));
        }
        if (measured.requests() > 0) {
            checks.add(errors(request.load().maxErrorRate(), measured));
        }
        checks.addAll(thresholds(
                "latency",
                request.load().latencyThresholds(),
                measured.latencies().measures(),
                " ms",
                measure -> "there was no usable answer"));
        return checks;
    }

    private static Check errors(double most, Measurements measured) {
        boolean good = measured.errorRate() <= most;
        String example = measured.errors().isEmpty()
                ? ""
                : "; for example " + measured.errors().get(0);
        return new Check(
                "errors",
                "errorRate <= " + Numbers.plain(most),
                0,
                good
                        ? ""
                        : "it is " + Numbers.shortly(measured.errorRate()) + " (" + measured.wrong() + " of "
                                + measured.requests() + " requests went wrong" + example + ")");
    }

    private static List<Check> thresholds(
            String group,
            List<Threshold> thresholds,
            Map<String, Double> values,
            String unit,
            UnaryOperator<String> whyNot) {
        return thresholds.stream()
                .map(threshold -> {
                    Double value = values.get(threshold.measure());
                    String complaint = value == null
                            ? "it could not be measured: " + whyNot.apply(threshold.measure())
                            : threshold.holds(value) ? "" : "it is " + Numbers.shortly(value) + unit;
                    return new Check(group, threshold + unit, 0, complaint);
                })
                .toList();
    }
}
