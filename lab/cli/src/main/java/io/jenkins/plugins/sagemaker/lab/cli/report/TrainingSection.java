package io.jenkins.plugins.sagemaker.lab.cli.report;

import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Gate;
import io.jenkins.plugins.sagemaker.lab.cli.report.Training.Curve;
import io.jenkins.plugins.sagemaker.lab.cli.report.Training.Phase;
import io.jenkins.plugins.sagemaker.lab.cli.report.Training.Point;
import io.jenkins.plugins.sagemaker.lab.cli.report.Training.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A training job: its curves first, for they tell most. */
final class TrainingSection {

    private TrainingSection() {}

    static void write(Markup html, Training job) {
        Outcome outcome = Figures.outcome(job);
        boolean missed = job.status().equals("Completed") && outcome == Outcome.FAILURE;
        Section.open(html, "Training", job.jobName(), outcome, missed ? "not good enough" : job.status());
        if (!job.failureReason().isEmpty()) {
            html.element("p", job.failureReason(), "class", "note " + outcome.style())
                    .line();
        }
        Section.gates(html, job.gates());
        if (!job.curves().isEmpty()) {
            html.open("div", "class", "charts").line();
            job.curves().forEach(curve -> Chart.write(html, curve, limit(curve, job.gates())));
            html.close().line();
        }
        phases(html, job.phases());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Instances", job.instances());
        facts.put("Training", job.trainingSeconds() == 0 ? "" : Words.duration(job.trainingSeconds()));
        facts.put("Billable", job.billableSeconds() == 0 ? "" : Words.duration(job.billableSeconds()));
        job.metrics().forEach((name, value) -> facts.put(name, Words.number(value)));
        facts.put("Model", job.modelDataUrl());
        Section.facts(html, facts);
        parameters(html, job.hyperParameters());
        job.curves().stream().findAny().ifPresent(any -> values(html, job.curves()));
        Section.close(html);
    }

    /** The limit that a gate sets to the last value of this curve; null if none does. */
    private static Double limit(Curve curve, List<Gate> gates) {
        for (Gate gate : gates) {
            String[] words = gate.text().strip().split("\\s*(>=|<=|>|<)\\s*");
            if (words.length == 2 && words[0].endsWith(":" + curve.metric())) {
                try {
                    return Double.valueOf(words[1]);
                } catch (NumberFormatException notANumber) {
                    return null; // the step has told the user; there is no line to draw
                }
            }
        }
        return null;
    }

    private static void phases(Markup html, List<Phase> phases) {
        double sum = phases.stream().mapToDouble(Phase::seconds).sum();
        if (sum <= 0) {
            return;
        }
        html.element("h3", "Where AWS's time went").line();
        html.open("div", "class", "phases", "aria-hidden", "true");
        for (int i = 0; i < phases.size(); i++) {
            html.element(
                    "span",
                    "",
                    "class",
                    "phase p" + i % 4,
                    "style",
                    String.format(Locale.ROOT, "flex-grow:%.3f", phases.get(i).seconds() / sum));
        }
        html.close();
        html.open("ul", "class", "legend");
        for (int i = 0; i < phases.size(); i++) {
            html.open("li").element("span", "", "class", "key p" + i % 4, "aria-hidden", "true");
            html.text(phases.get(i).status() + " ")
                    .element("span", Words.duration(phases.get(i).seconds()), "class", "muted")
                    .close();
        }
        html.close().line();
    }

    private static void parameters(Markup html, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        html.open("details").element("summary", "Hyperparameters");
        Section.facts(html, new TreeMap<>(parameters));
        html.close().line();
    }

    private static void values(Markup html, List<Curve> curves) {
        html.open("details").element("summary", "Values of every epoch").line();
        String[] headings =
                new String[1 + curves.stream().mapToInt(c -> c.series().size()).sum()];
        headings[0] = "#Epoch";
        TreeMap<Integer, Double[]> rows = new TreeMap<>();
        int column = 1;
        for (Curve curve : curves) {
            for (Series series : curve.series()) {
                headings[column] = "#" + series.data() + " " + curve.metric();
                for (Point point : series.points()) {
                    rows.computeIfAbsent(point.epoch(), x -> new Double[headings.length])[column] = point.value();
                }
                column++;
            }
        }
        Section.table(html, headings);
        rows.forEach((epoch, values) -> {
            html.open("tr").element("td", epoch, "class", "num");
            for (int i = 1; i < values.length; i++) {
                html.element("td", values[i] == null ? "" : Words.number(values[i]), "class", "num");
            }
            html.close().line();
        });
        Section.endTable(html);
        html.close().line();
    }
}
