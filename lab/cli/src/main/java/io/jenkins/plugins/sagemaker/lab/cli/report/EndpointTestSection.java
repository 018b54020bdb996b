package io.jenkins.plugins.sagemaker.lab.cli.report;

import io.jenkins.plugins.sagemaker.lab.cli.report.EndpointTest.Check;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** A test of an endpoint: what failed first, then quality, latency and the single checks. */
final class EndpointTestSection {

    private final Markup html;
    private final EndpointTest test;

    private EndpointTestSection(Markup html, EndpointTest test) {
        this.html = html;
        this.test = test;
    }

    static void write(Markup html, EndpointTest test) {
        String words = test.total() == 0
                ? test.outcome().word()
                : test.failed() == 0
                        ? "all " + Words.count(test.total(), "check") + " passed"
                        : test.failed() + " of " + Words.count(test.total(), "check") + " failed";
        Section.open(html, "Endpoint test", test.endpointName(), test.outcome(), words);
        new EndpointTestSection(html, test).write();
        Section.close(html);
    }

    private void write() {
        if (!test.failures().isEmpty()) {
            html.open("ul", "class", "bad");
            test.failures().forEach(failure -> html.element("li", failure));
            html.close().line();
        }
        Section.gates(html, test.gates());
        html.open("div", "class", "columns").line();
        quality();
        latency();
        html.close().line();
        confusion();
        checks();
    }

    private void quality() {
        if (test.metrics().isEmpty()) {
            return;
        }
        html.open("div").element("h3", "Quality on labelled data").line();
        html.open("dl", "class", "bars");
        test.metrics().forEach((name, value) -> {
            boolean share = value >= 0 && value <= 1 && !name.equals("logLoss");
            bar(name, Words.number(value), share ? value : -1);
        });
        html.close().line();
        if (!test.mistakes().isEmpty()) {
            html.element("p", "Most frequent mistakes: " + String.join(", ", test.mistakes()) + ".", "class", "muted");
        }
        html.close().line();
    }

    private void latency() {
        if (test.latency().isEmpty()) {
            return;
        }
        html.open("div").element("h3", "Latency").line();
        double most = test.latency().values().stream().mapToDouble(x -> x).max().orElse(1);
        html.open("dl", "class", "bars");
        test.latency().forEach((name, value) -> bar(name, Words.number(value) + " ms", most <= 0 ? -1 : value / most));
        html.close().line();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Requests without a usable answer", Words.number(Math.round(test.errorRate() * 10_000) / 100.0) + " %");
        facts.put("Throughput", test.throughput() > 0 ? Words.number(test.throughput()) + " answers a second" : "");
        Section.facts(html, facts);
        html.close().line();
    }

    /** @param share of the full length; below 0 for no bar */
    private void bar(String name, String value, double share) {
        html.open("div").element("dt", name).open("dd", "aria-hidden", "true");
        if (share >= 0) {
            html.element("span", "", "class", "fill", "style", String.format(Locale.ROOT, "width:%.1f%%", 100 * share));
        }
        html.close().element("dd", value, "class", "num").close().line();
    }

    private void confusion() {
        if (test.confusion().isEmpty()) {
            return;
        }
        var labels = new TreeSet<>(test.confusion().keySet());
        test.confusion().values().forEach(row -> labels.addAll(row.keySet()));
        html.open("details").element("summary", "Confusion matrix").line();
        html.open("div", "class", "scroll", "tabindex", "0").open("table", "class", "confusion");
        html.element("caption", "Rows: what it is. Columns: what the model says.")
                .open("thead")
                .open("tr");
        html.element("td", "");
        labels.forEach(label -> html.element("th", label, "scope", "col"));
        html.close().close().open("tbody").line();
        for (String actual : labels) {
            Map<String, Integer> row = test.confusion().getOrDefault(actual, Map.of());
            int all = Math.max(1, row.values().stream().mapToInt(x -> x).sum());
            html.open("tr").element("th", actual, "scope", "row");
            for (String predicted : labels) {
                int count = row.getOrDefault(predicted, 0);
                String kind = count == 0 ? "none" : actual.equals(predicted) ? "right" : "wrong";
                html.element(
                        "td",
                        count == 0 ? "" : count,
                        "class",
                        kind,
                        "style",
                        count == 0 ? null : String.format(Locale.ROOT, "--share:%.2f", count / (double) all));
            }
            html.close().line();
        }
        html.close().close().close().close().line();
    }

    private void checks() {
        List<Check> checks = test.checks();
        if (checks.isEmpty()) {
            return;
        }
        html.open("details")
                .element("summary", "All " + Words.count(checks.size(), "check"))
                .line();
        Section.table(html, "Check", "Kind", "#Took", "What was wrong");
        for (Check check : checks) {
            Outcome outcome = check.passed() ? Outcome.SUCCESS : Outcome.FAILURE;
            html.open("tr", "class", outcome.style()).open("td");
            html.element("span", outcome.sign(), "class", "sign", "title", outcome.word());
            html.text(" " + check.name()).close().element("td", check.group());
            html.element("td", check.millis() > 0 ? Words.number(check.millis()) + " ms" : "", "class", "num");
            html.element("td", check.message()).close().line();
        }
        Section.endTable(html);
        html.close().line();
    }
}
