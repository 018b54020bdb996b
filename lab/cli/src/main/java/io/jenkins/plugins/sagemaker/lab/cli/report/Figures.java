package io.jenkins.plugins.sagemaker.lab.cli.report;

import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Gate;
import java.util.List;
import java.util.Map;

/** The figures at the top: what the model is worth, and what was checked. */
final class Figures {

    private final Markup html;

    private Figures(Markup html) {
        this.html = html;
    }

    static void write(Markup html, RunReport report) {
        boolean nothing = report.trainingJobs().isEmpty()
                && report.endpointTests().isEmpty()
                && report.lint().isEmpty()
                && report.deployments().isEmpty();
        if (nothing) {
            return;
        }
        html.open("div", "class", "figures").line();
        var figures = new Figures(html);
        report.lint().forEach(figures::lint);
        report.trainingJobs().forEach(figures::training);
        report.endpointTests().forEach(figures::test);
        figures.deployments(report.deployments());
        html.close().line();
    }

    private void lint(Lint lint) {
        int all = lint.failures() + lint.warnings();
        figure(all == 0 ? "none" : Integer.toString(all), "lint findings", lint.outcome(), lint.inputPath());
    }

    private void training(Training job) {
        Outcome outcome = outcome(job);
        Gate gate = job.gates().isEmpty() ? null : job.gates().get(0);
        Map.Entry<String, Double> metric = best(job.metrics());
        if (metric == null) {
            figure(job.status(), "training job", outcome, job.jobName());
        } else {
            figure(
                    quality(metric.getKey(), metric.getValue()),
                    metric.getKey(),
                    outcome,
                    gate == null ? "after training" : "gate: " + gate.text());
        }
    }

    static Outcome outcome(Training job) {
        return switch (job.status()) {
            case "Completed" -> job.gates().stream().allMatch(Gate::passed) ? Outcome.SUCCESS : Outcome.FAILURE;
            case "Stopped", "Stopping" -> Outcome.ABORTED;
            case "Failed" -> Outcome.FAILURE;
            default -> Outcome.UNSTABLE;
        };
    }

    /** Validation before training, accuracy before all else. */
    private static Map.Entry<String, Double> best(Map<String, Double> metrics) {
        for (String wanted : List.of("validation:accuracy", "validation:", "test:", "accuracy", "")) {
            for (var metric : metrics.entrySet()) {
                if (metric.getKey().contains(wanted)) {
                    return metric;
                }
            }
        }
        return null;
    }

    private void test(EndpointTest test) {
        Double accuracy = test.metrics().get("accuracy");
        Double p95 = test.latency().get("p95");
        String within = p95 == null ? "" : ", p95 " + Words.number(round(p95)) + " ms";
        if (accuracy != null) {
            figure(
                    quality("accuracy", accuracy),
                    "accuracy of " + test.endpointName(),
                    test.outcome(),
                    test.failed() == 0
                            ? "all " + Words.count(test.total(), "check") + " passed" + within
                            : test.failed() + " of " + Words.count(test.total(), "check") + " failed" + within);
        } else {
            figure(
                    (test.total() - test.failed()) + " of " + test.total(),
                    "checks of " + test.endpointName(),
                    test.outcome(),
                    within.isEmpty() ? "" : within.substring(2));
        }
    }

    private void deployments(List<Deployment> deployments) {
        if (deployments.isEmpty()) {
            return;
        }
        long good =
                deployments.stream().filter(d -> d.outcome() == Outcome.SUCCESS).count();
        figure(
                good == deployments.size() ? Long.toString(good) : good + " of " + deployments.size(),
                "stacks deployed",
                good == deployments.size() ? Outcome.SUCCESS : Outcome.FAILURE,
                Words.list(deployments.stream()
                        .map(Deployment::stackName)
                        .distinct()
                        .toList()));
    }

    private void figure(String value, String what, Outcome outcome, String note) {
        html.open("div", "class", "figure" + (outcome == null ? "" : " " + outcome.style()));
        html.open("p", "class", "value").text(value);
        if (outcome != null) {
            html.text(" ").element("span", outcome.sign(), "class", "sign", "title", outcome.word());
        }
        html.close();
        html.element("p", what, "class", "what");
        html.element("p", note, "class", "note").close().line();
    }

    /** Accuracies as percents; other metrics as they are. */
    private static String quality(String name, double value) {
        return name.contains("accuracy") && value >= 0 && value <= 1
                ? Words.number(Math.round(value * 1000) / 10.0) + " %"
                : Words.number(value);
    }

    private static double round(double millis) {
        return millis < 10 ? Math.round(millis * 10) / 10.0 : Math.round(millis);
    }
}
