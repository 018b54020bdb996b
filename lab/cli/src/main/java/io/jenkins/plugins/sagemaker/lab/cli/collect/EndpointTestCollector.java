package io.jenkins.plugins.sagemaker.lab.cli.collect;

import io.jenkins.plugins.sagemaker.lab.cli.report.EndpointTest;
import io.jenkins.plugins.sagemaker.lab.cli.report.EndpointTest.Check;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Gate;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.TestResults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** An {@code invokeEndpointTest} step: what it returned or, if it failed, the same from what it printed. */
final class EndpointTestCollector {

    private static final Pattern ALL_PASSED = Pattern.compile("Endpoint \\S+: all (\\d+) checks passed");
    private static final Pattern SOME_FAILED = Pattern.compile("Endpoint \\S+: (\\d+) of (\\d+) checks FAILED");
    private static final Pattern FIGURE = Pattern.compile("([A-Za-z0-9]+) (-?[0-9.]+(?:[eE]-?\\d+)?)");
    private static final Pattern ERRORS = Pattern.compile("errors\\s+(\\d+) of (\\d+) requests");
    private static final Pattern LOAD = Pattern.compile("load\\s+([0-9.]+) answers a second");

    private final List<String> failures = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private Map<String, Double> metrics = Map.of();
    private Map<String, Double> latency = Map.of();
    private double throughput;
    private double errorRate;
    private int total;
    private int failed;

    private EndpointTestCollector(List<String> printed) {
        printed.forEach(line -> read(line, line.strip()));
    }

    static EndpointTest collect(Graph graph, FlowNode node, List<TestResults.Case> cases) {
        var printed = new EndpointTestCollector(Graph.log(node));
        Values given = Values.givenTo(node);
        String endpoint = given.text("endpointName");
        return new EndpointTest(
                Graph.stageName(node),
                endpoint,
                graph.outcome(node),
                printed.total,
                printed.failed,
                printed.errorRate,
                printed.metrics,
                printed.latency,
                printed.throughput,
                printed.gates(given),
                printed.failures,
                printed.mistakes,
                Map.of(),
                checks(endpoint, cases));
    }

    private void read(String line, String text) {
        Matcher passed = ALL_PASSED.matcher(line);
        Matcher some = SOME_FAILED.matcher(line);
        Matcher errors = ERRORS.matcher(text);
        Matcher load = LOAD.matcher(text);
        if (passed.matches()) {
            total = Integer.parseInt(passed.group(1));
        } else if (some.matches()) {
            failed = Integer.parseInt(some.group(1));
            total = Integer.parseInt(some.group(2));
        } else if (text.startsWith("FAILED  ")) {
            failures.add(text.substring("FAILED  ".length()));
        } else if (text.startsWith("quality ")) {
            metrics = figures(text.substring("quality ".length()));
        } else if (text.startsWith("latency ")) {
            latency = figures(text.substring("latency ".length()).split(";")[0]);
        } else if (text.startsWith("mistakes: ")) {
            mistakes.addAll(List.of(text.substring("mistakes: ".length()).split(", ")));
        } else if (errors.matches() && !errors.group(2).equals("0")) {
            errorRate = Double.parseDouble(errors.group(1)) / Double.parseDouble(errors.group(2));
        } else if (load.matches()) {
            throughput = Double.parseDouble(load.group(1));
        }
    }

    private static Map<String, Double> figures(String text) {
        Map<String, Double> figures = new LinkedHashMap<>();
        Matcher figure = FIGURE.matcher(text);
        while (figure.find()) {
            figures.put(figure.group(1), Double.valueOf(figure.group(2)));
        }
        return figures;
    }

    private List<Gate> gates(Values given) {
        List<String> all = new ArrayList<>(given.texts("metricThresholds"));
        all.addAll(given.texts("latencyThresholds"));
        Map<String, Double> numbers = new LinkedHashMap<>(metrics);
        numbers.putAll(latency);
        List<String> missed = failures.stream().map(Gates::dense).toList();
        List<String> met = all.stream()
                .filter(gate -> missed.stream().noneMatch(failure -> failure.startsWith(Gates.dense(gate))))
                .toList();
        return Gates.of(all, numbers, total == 0 ? List.of() : met);
    }

    /** Of the report that the step wrote for the {@code junit} step. */
    private static List<Check> checks(String endpoint, List<TestResults.Case> cases) {
        String prefix = "endpoint." + endpoint.replace('.', '_') + ".";
        return cases.stream()
                .filter(c -> c.className() != null && c.className().startsWith(prefix))
                .map(c -> new Check(
                        c.className().substring(prefix.length()),
                        c.name(),
                        c.status() != TestResults.Status.FAILED,
                        c.seconds() * 1000,
                        c.message() == null ? "" : c.message()))
                .toList();
    }
}
