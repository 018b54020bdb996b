package io.jenkins.plugins.sagemaker.endpointtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is told of a test: to the build log, and to the steps that follow. */
record Report(EndpointTestRequest request, EndpointTestState state, List<Check> checks) {

    private static final int MOST_FAILURES = 100;
    private static final int MOST_IN_REASON = 3;
    private static final int MOST_PASSED_SHOWN = 20;
    private static final int MOST_CONFUSIONS = 5;

    EndpointTestResult result() {
        Measurements measured = state.measured();
        return new EndpointTestResult(
                failed().isEmpty(),
                checks.size(),
                failed().size(),
                measured.errorRate(),
                measured.latencies().measures(),
                measured.throughput(),
                metrics(),
                failed().stream().limit(MOST_FAILURES).map(Report::sentence).toList(),
                measured.variants());
    }

    /** A sentence that names the first failures. */
    String reason() {
        String more = failed().size() > MOST_IN_REASON ? "; and " + (failed().size() - MOST_IN_REASON) + " more" : "";
        return "Endpoint " + request.endpointName() + " failed " + failed().size() + " of " + checks.size()
                + " checks: "
                + failed().stream().limit(MOST_IN_REASON).map(Report::sentence).collect(Collectors.joining("; "))
                + more;
    }

    /** The failures first, then what passed, then the figures. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Endpoint " + request.endpointName() + ": "
                + (failed().isEmpty()
                        ? "all " + checks.size() + " checks passed"
                        : failed().size() + " of " + checks.size() + " checks FAILED"));
        failed().stream().limit(MOST_FAILURES).forEach(check -> lines.add("  FAILED  " + sentence(check)));
        if (failed().size() > MOST_FAILURES) {
            lines.add("  FAILED  " + (failed().size() - MOST_FAILURES) + " more");
        }
        var passed = checks.stream().filter(Check::passed).toList();
        passed.stream()
                .limit(MOST_PASSED_SHOWN)
                .forEach(check -> lines.add("  passed  " + check.name()
                        + (check.micros() == 0 ? "" : " (" + millis(check.micros()) + ")")));
        if (passed.size() > MOST_PASSED_SHOWN) {
            lines.add("  passed  " + (passed.size() - MOST_PASSED_SHOWN) + " more");
        }
        figures(lines);
        return lines;
    }

    private void figures(List<String> lines) {
        Measurements measured = state.measured();
        if (!metrics().isEmpty()) {
            lines.add("  quality " + listed(metrics(), ""));
        }
        if (measured.quality() instanceof ClassTally classes) {
            var confusions = classes.confusions(MOST_CONFUSIONS);
            if (!confusions.isEmpty()) {
                lines.add("  mistakes: " + String.join(", ", confusions));
                measured.mistakes().forEach(mistake -> lines.add("    " + mistake));
            }
        }
        if (measured.latencies().count() > 0) {
            lines.add("  latency " + listed(measured.latencies().measures(), " ms") + "; "
                    + measured.latencies().count() + " answers");
        }
        if (measured.throughput() > 0) {
            lines.add("  load    " + Numbers.shortly(measured.throughput()) + " answers a second");
        }
        if (measured.requests() > 0) {
            lines.add("  errors  " + measured.wrong() + " of " + measured.requests() + " requests");
            measured.errors().forEach(error -> lines.add("    " + error));
        }
        if (!measured.variants().isEmpty()) {
            lines.add("  variants that answered: "
                    + measured.variants().entrySet().stream()
                            .map(one -> one.getKey() + " " + one.getValue() + " times")
                            .collect(Collectors.joining(", ")));
        }
    }

    private Map<String, Double> metrics() {
        return state.measured().quality() == null
                ? Map.of()
                : state.measured().quality().metrics();
    }

    private List<Check> failed() {
        return checks.stream().filter(check -> !check.passed()).toList();
    }

    private static String sentence(Check check) {
        return (check.group().equals("cases") ? "case '" + check.name() + "'" : check.name()) + ": "
                + check.complaint();
    }

    private static String listed(Map<String, Double> values, String unit) {
        return values.entrySet().stream()
                .map(one -> one.getKey() + " " + Numbers.shortly(one.getValue()) + unit)
                .collect(Collectors.joining(", "));
    }

    private static String millis(long micros) {
        return Numbers.shortly(micros / 1000.0) + " ms";
    }
}
