package io.jenkins.plugins.sagemaker.lab.cli.report;

import io.jenkins.plugins.sagemaker.lab.cli.report.Training.Curve;
import io.jenkins.plugins.sagemaker.lab.cli.report.Training.Point;
import io.jenkins.plugins.sagemaker.lab.cli.report.Training.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The course of one metric as SVG. Each line has its name at its end, and its own kind of stroke and mark, so that nobody needs a legend or to tell
 * colours apart.
 */
final class Chart {

    private static final int WIDTH = 440;
    private static final int HEIGHT = 240;
    private static final int LEFT = 44;
    private static final int RIGHT = 134;
    private static final int TOP = 14;
    private static final int BOTTOM = 34;
    private static final int LEAST_BETWEEN_LABELS = 14;
    private static final int MOST_MARKS = 30;

    private final Markup html;
    private final Curve curve;
    private final Double limit;
    private final Scale x;
    private final Scale y;

    private Chart(Markup html, Curve curve, Double limit) {
        this.html = html;
        this.curve = curve;
        this.limit = limit;
        List<Double> values = new ArrayList<>();
        List<Double> epochs = new ArrayList<>();
        for (Series series : curve.series()) {
            for (Point point : series.points()) {
                values.add(point.value());
                epochs.add((double) point.epoch());
            }
        }
        if (limit != null) {
            values.add(limit);
        }
        double least = Collections.min(values);
        double most = Collections.max(values);
        boolean share = least >= 0 && most <= 1 && curve.metric().contains("accuracy");
        y = Scale.over(least, share ? 1 : most, 5);
        x = Scale.exactly(Collections.min(epochs), Collections.max(epochs), 8);
    }

    /** @param limit where to draw a line that the metric is held to; null for nowhere */
    static void write(Markup html, Curve curve, Double limit) {
        if (curve.series().stream().anyMatch(series -> !series.points().isEmpty())) {
            new Chart(html, curve, limit).write();
        }
    }

    private void write() {
        html.open("figure");
        html.open("figcaption")
                .element("b", capital(curve.metric()))
                .text(" by epoch")
                .close();
        html.open(
                        "svg",
                        "viewBox",
                        "0 0 " + WIDTH + " " + HEIGHT,
                        "role",
                        "img",
                        "aria-label",
                        curve.metric() + " by epoch: " + inWords())
                .line();
        grid();
        if (limit != null) {
            String at = coordinate(py(limit));
            html.empty("line", "class", "limit", "x1", "" + LEFT, "x2", "" + (WIDTH - RIGHT), "y1", at, "y2", at);
        }
        for (int i = 0; i < curve.series().size(); i++) {
            line(curve.series().get(i), i);
        }
        labels();
        html.close().close().line();
    }

    private void grid() {
        for (double tick : y.ticks()) {
            String at = coordinate(py(tick));
            html.empty("line", "class", "grid", "x1", "" + LEFT, "x2", "" + (WIDTH - RIGHT), "y1", at, "y2", at);
            html.element(
                    "text",
                    Words.number(tick),
                    "class",
                    "tick",
                    "x",
                    "" + (LEFT - 7),
                    "y",
                    coordinate(py(tick) + 4),
                    "text-anchor",
                    "end");
        }
        for (double tick : x.ticks()) {
            html.element(
                    "text",
                    Words.number(tick),
                    "class",
                    "tick",
                    "x",
                    coordinate(px(tick)),
                    "y",
                    "" + (HEIGHT - BOTTOM + 17),
                    "text-anchor",
                    "middle");
        }
        html.element(
                "text",
                "epoch",
                "class",
                "tick",
                "x",
                coordinate(LEFT + (WIDTH - LEFT - RIGHT) / 2.0),
                "y",
                "" + (HEIGHT - 3),
                "text-anchor",
                "middle");
        html.line();
    }

    private void line(Series series, int index) {
        String points = series.points().stream()
                .map(p -> coordinate(px(p.epoch())) + "," + coordinate(py(p.value())))
                .collect(Collectors.joining(" "));
        html.empty("polyline", "class", "line l" + index % 4, "points", points);
        if (series.points().size() <= MOST_MARKS) {
            for (Point point : series.points()) {
                mark(px(point.epoch()), py(point.value()), index);
            }
        }
        html.line();
    }

    private void mark(double atX, double atY, int index) {
        if (index % 2 == 0) {
            html.empty(
                    "circle", "class", "mark l" + index % 4, "cx", coordinate(atX), "cy", coordinate(atY), "r", "2.8");
        } else {
            html.empty(
                    "rect",
                    "class",
                    "mark l" + index % 4,
                    "x",
                    coordinate(atX - 2.6),
                    "y",
                    coordinate(atY - 2.6),
                    "width",
                    "5.2",
                    "height",
                    "5.2");
        }
    }

    private record Label(String style, String text, double at) {}

    /** The names at the ends of the lines, moved apart where they would touch. */
    private void labels() {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < curve.series().size(); i++) {
            Series series = curve.series().get(i);
            if (!series.points().isEmpty()) {
                Point last = series.points().get(series.points().size() - 1);
                labels.add(new Label(
                        "name l" + i % 4, series.data() + " " + Words.number(last.value()), py(last.value())));
            }
        }
        if (limit != null) {
            labels.add(new Label("name gate", "gate " + Words.number(limit), py(limit)));
        }
        labels.sort((a, b) -> Double.compare(a.at(), b.at()));
        double[] places = apart(labels.stream().mapToDouble(Label::at).toArray());
        for (int i = 0; i < places.length; i++) {
            Label label = labels.get(i);
            html.element(
                    "text",
                    label.text(),
                    "class",
                    label.style(),
                    "x",
                    "" + (WIDTH - RIGHT + 8),
                    "y",
                    coordinate(places[i] + 4));
        }
        html.line();
    }

    private static double[] apart(double[] wanted) {
        double[] places = wanted.clone();
        for (int i = 1; i < places.length; i++) {
            places[i] = Math.max(places[i], places[i - 1] + LEAST_BETWEEN_LABELS);
        }
        double bottom = HEIGHT - BOTTOM + 4.0;
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.min(places[i], bottom);
            bottom = places[i] - LEAST_BETWEEN_LABELS;
        }
        return places;
    }

    private String inWords() {
        return curve.series().stream()
                .filter(series -> !series.points().isEmpty())
                .map(series -> series.data() + " from "
                        + Words.number(series.points().get(0).value()) + " to "
                        + Words.number(
                                series.points().get(series.points().size() - 1).value()))
                .collect(Collectors.joining(", "));
    }

    private double px(double epoch) {
        return LEFT + x.share(epoch) * (WIDTH - LEFT - RIGHT);
    }

    private double py(double value) {
        return HEIGHT - BOTTOM - y.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
