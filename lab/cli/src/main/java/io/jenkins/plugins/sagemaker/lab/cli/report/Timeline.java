package io.jenkins.plugins.sagemaker.lab.cli.report;

import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Stage;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.StepCall;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The stages on an axis of time; each opens to the steps in it. */
final class Timeline {

    private static final double[] TICKS = {
        0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600, 86400
    };
    private static final int MOST_TICKS = 7;

    private final Markup html;
    private final RunReport report;
    private final double whole;

    private Timeline(Markup html, RunReport report) {
        this.html = html;
        this.report = report;
        this.whole = Math.max(0.001, report.seconds());
    }

    static void write(Markup html, RunReport report) {
        if (report.stages().isEmpty()) {
            return;
        }
        Section.open(html, "Stages", "", null, "");
        new Timeline(html, report).write();
        Section.close(html);
    }

    private void write() {
        html.open("div", "class", "timeline").line();
        axis();
        for (Stage stage : report.stages()) {
            row(stage);
        }
        html.close().line();
    }

    private void axis() {
        html.open("div", "class", "row axis", "aria-hidden", "true")
                .element("span", "", "class", "name")
                .open("span", "class", "track");
        double step = TICKS[TICKS.length - 1];
        for (double tick : TICKS) {
            if (whole / tick <= MOST_TICKS) {
                step = tick;
                break;
            }
        }
        // A tick too near the end would stick out of the track.
        for (int i = 0; i * step <= whole * 0.97; i++) {
            html.element("span", i == 0 ? "0" : tick(i * step), "class", "tick", "style", "left:" + percent(i * step));
        }
        html.close().element("span", "", "class", "time").close().line();
    }

    private static String tick(double seconds) {
        boolean whole = Math.abs(seconds - Math.rint(seconds)) < 1e-9;
        return seconds < 10 && !whole
                ? Words.number(seconds) + " s"
                : Words.duration(seconds).replace(".0 s", " s");
    }

    private void row(Stage stage) {
        List<StepCall> steps = report.steps().stream()
                .filter(step -> stage.id().equals(step.stageId()))
                .toList();
        boolean group = report.stages().stream().anyMatch(other -> stage.id().equals(other.parentId()));
        String classes = "row " + stage.outcome().style() + (group ? " group" : "");
        boolean opens = !steps.isEmpty() || !stage.note().isEmpty();
        if (opens) {
            boolean tell = !group && stage.outcome().compareTo(Outcome.SUCCESS) > 0;
            html.open("details", "open", tell ? "open" : null).open("summary", "class", classes);
        } else {
            html.open("div", "class", classes);
        }
        html.open("span", "class", "name", "style", "padding-left:" + stage.depth() * 1.1 + "em")
                .element(
                        "span",
                        stage.outcome().sign(),
                        "class",
                        "sign",
                        "title",
                        stage.outcome().word())
                .text(" " + stage.name())
                .close();
        html.open("span", "class", "track");
        if (stage.outcome() != Outcome.SKIPPED) {
            double start =
                    Duration.between(report.startedAt(), stage.startedAt()).toMillis() / 1000.0;
            html.element(
                    "span",
                    "",
                    "class",
                    "bar",
                    "style",
                    "left:" + percent(start) + ";width:" + percent(Math.min(stage.seconds(), whole - start)));
        }
        html.close();
        html.element(
                "span",
                stage.outcome() == Outcome.SKIPPED ? "skipped" : Words.duration(stage.seconds()),
                "class",
                "time");
        html.close().line();
        if (opens) {
            details(stage, steps);
            html.close().line();
        }
    }

    private void details(Stage stage, List<StepCall> steps) {
        html.open("div", "class", "steps");
        if (!stage.note().isEmpty()) {
            html.element("p", stage.note(), "class", "note " + stage.outcome().style());
        }
        if (!steps.isEmpty()) {
            Section.table(html, "Step", "Arguments", "#Took");
            for (StepCall step : steps) {
                html.open("tr", "class", step.outcome().style()).open("td");
                html.element(
                        "span",
                        step.outcome().sign(),
                        "class",
                        "sign",
                        "title",
                        step.outcome().word());
                html.text(" ").element("code", step.step()).close();
                html.open("td", "class", "arguments");
                step.arguments()
                        .forEach((name, value) -> html.open("span")
                                .element("b", name)
                                .text(" " + value)
                                .close()
                                .text(" "));
                html.close()
                        .element("td", Words.duration(step.seconds()), "class", "num")
                        .close()
                        .line();
            }
            Section.endTable(html);
        }
        html.close();
    }

    private String percent(double seconds) {
        return String.format(Locale.ROOT, "%.2f%%", Math.max(0, Math.min(100, 100 * seconds / whole)));
    }
}
